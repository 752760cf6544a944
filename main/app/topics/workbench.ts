import type { WorkbenchDelta, WorkbenchSnapshot } from '../../../common/contract/calls/workbench.ts';
import type { Engine } from '../../engine/core/types.ts';
import { SentStates } from './figures.ts';
import { Topic } from './topic.ts';

/** Milliseconds between two deltas while things change: twenty times a second. */
const PERIOD_MS = 50;
/** Connections in one delta. More wait for the next, so that no delta blocks a page's rendering. */
const CONNECTIONS_PER_DELTA = 250;

/** The part of the engine that the topic uses. */
export type WorkbenchSource = Pick<
	Engine,
	'endpoint' | 'endpoints' | 'connection' | 'connections' | 'onChange' | 'takeChanges'
>;

/** Ids of endpoints are strings, those of connections numbers. */
type Id = string | number;
export type WorkbenchTopic = Topic<WorkbenchSnapshot, WorkbenchDelta, Id>;

/** The state of endpoints and connections. Where only figures of an item change, it is sent less often. */
export function workbenchTopic(engine: WorkbenchSource): WorkbenchTopic {
	const sent = new SentStates<Id>(() => performance.now());
	const topic: WorkbenchTopic = new Topic<WorkbenchSnapshot, WorkbenchDelta, Id>({
		periodMs: PERIOD_MS,
		firstMs: 0,
		// The engine reports changes only after the last ones were taken: the first subscriber begins that.
		start: () => {
			const stop = engine.onChange(() => topic.wake());
			return () => {
				stop();
				sent.clear();
			};
		},
		take: () => {
			const { endpoints, connections } = engine.takeChanges();
			return [...endpoints, ...connections];
		},
		snapshot: () => ({ endpoints: engine.endpoints(), connections: engine.connections() }),
		delta: (ids) => deltaOf(engine, ids, sent),
	});
	return topic;
}

function deltaOf(engine: WorkbenchSource, ids: Set<Id>, sent: SentStates<Id>): WorkbenchDelta | undefined {
	const delta: WorkbenchDelta = { endpoints: [], connections: [], removedEndpoints: [], removedConnections: [] };
	let count = 0;
	const before = ids.size;
	// With more, each waits for its turn anyway, and to ask for the state of all would cost more than to send some.
	const areFew = before <= CONNECTIONS_PER_DELTA;
	for (const id of ids) {
		if (typeof id === 'string') {
			const state = engine.endpoint(id);
			if (state === undefined) delta.removedEndpoints.push(id);
			else if (sent.isDue(id, state)) delta.endpoints.push(state);
			else continue;
			if (state === undefined) sent.forget(id);
		} else if (count < CONNECTIONS_PER_DELTA) {
			const state = engine.connection(id);
			if (state === undefined) delta.removedConnections.push(id);
			else if (!areFew || sent.isDue(id, state)) delta.connections.push(state);
			else continue;
			if (state === undefined) sent.forget(id);
			count++;
		} else continue;
		ids.delete(id);
	}
	return ids.size === before ? undefined : delta;
}
