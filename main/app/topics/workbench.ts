import type { WorkbenchDelta, WorkbenchSnapshot } from '../../../common/contract/calls/workbench.ts';
import type { Subscriber, TopicRun } from '../../../common/rpc/types.ts';
import type { Engine } from '../../engine/core/types.ts';

/** Milliseconds between two deltas while things change: twenty times a second. */
const PERIOD_MS = 50;
/** After a delta that took long to make, the engine gets this many times as long before the next. */
const BREATHER = 5;
/** Connections in one delta. More wait for the next, so that no delta keeps a page from drawing. */
const CONNECTIONS_PER_DELTA = 1000;

/** What the topic needs of the engine. */
export type WorkbenchSource = Pick<
	Engine,
	'endpoint' | 'endpoints' | 'connection' | 'connections' | 'onChange' | 'takeChanges'
>;

interface Listening {
	readonly emit: (delta: WorkbenchDelta) => void;
	readonly subscriber: Subscriber;
	/** What this subscriber has not been told of yet. */
	readonly endpoints: Set<string>;
	readonly connections: Set<number>;
}

export interface WorkbenchTopic {
	subscribe(emit: (delta: WorkbenchDelta) => void, subscriber: Subscriber): TopicRun<WorkbenchSnapshot>;
	/** Tells what has changed without waiting, so that a command's answer comes after what it did. */
	flush(): void;
	close(): void;
}

/**
 * Coalesces the engine's changes: however often something changes in a period, its state goes out once. Timers
 * run only while something is to be told to somebody.
 */
export function workbenchTopic(engine: WorkbenchSource): WorkbenchTopic {
	const listening = new Set<Listening>();
	let timer: NodeJS.Timeout | undefined;
	let earliest = 0;

	const arm = (): void => {
		if (timer !== undefined || listening.size === 0) return;
		timer = setTimeout(tick, Math.max(0, earliest - performance.now()));
	};
	const tick = (): void => {
		timer = undefined;
		const began = performance.now();
		take();
		let left = false;
		for (const one of [...listening]) left = tell(engine, one) || left;
		const ended = performance.now();
		earliest = ended + Math.max(PERIOD_MS, (ended - began) * BREATHER);
		if (left) arm();
	};
	/** Moves the engine's changes to everybody's list. */
	const take = (): void => {
		const { endpoints, connections } = engine.takeChanges();
		for (const one of listening) {
			for (const id of endpoints) one.endpoints.add(id);
			for (const id of connections) one.connections.add(id);
		}
	};
	const stopListening = engine.onChange(arm);

	return {
		subscribe: (emit, subscriber) => {
			// The engine tells of changes only after the last ones were taken: the first subscriber begins that.
			take();
			if ([...listening].some((other) => other.endpoints.size + other.connections.size > 0)) arm();
			const one: Listening = { emit, subscriber, endpoints: new Set(), connections: new Set() };
			listening.add(one);
			return {
				snapshot: { endpoints: engine.endpoints(), connections: engine.connections() },
				dispose: () => {
					listening.delete(one);
					if (listening.size > 0) return;
					clearTimeout(timer);
					timer = undefined;
				},
			};
		},
		flush: () => {
			if (timer === undefined) return;
			clearTimeout(timer);
			tick();
		},
		close: () => {
			stopListening();
			clearTimeout(timer);
			timer = undefined;
			listening.clear();
		},
	};
}

/** Sends one delta, if there is something and the subscriber keeps up; says whether something is left. */
function tell(engine: WorkbenchSource, one: Listening): boolean {
	if (one.endpoints.size + one.connections.size === 0) return false;
	if (one.subscriber.congested()) return true;
	const delta: WorkbenchDelta = { endpoints: [], connections: [], removedEndpoints: [], removedConnections: [] };
	for (const id of one.endpoints) {
		const state = engine.endpoint(id);
		if (state === undefined) delta.removedEndpoints.push(id);
		else delta.endpoints.push(state);
	}
	one.endpoints.clear();
	let count = 0;
	for (const id of one.connections) {
		if (++count > CONNECTIONS_PER_DELTA) break;
		one.connections.delete(id);
		const state = engine.connection(id);
		if (state === undefined) delta.removedConnections.push(id);
		else delta.connections.push(state);
	}
	one.emit(delta);
	return one.connections.size > 0;
}
