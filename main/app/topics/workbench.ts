import type { WorkbenchDelta, WorkbenchSnapshot } from '../../../common/contract/calls/workbench.ts';
import type { Engine } from '../../engine/core/types.ts';
import { PacedChanges } from './figures.ts';
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
	const paced = new PacedChanges<Id>((id) => (typeof id === 'string' ? engine.endpoint(id) : engine.connection(id)));
	const topic: WorkbenchTopic = new Topic<WorkbenchSnapshot, WorkbenchDelta, Id>({
		periodMs: PERIOD_MS,
		firstMs: 0,
		// The engine reports changes only after the last ones were taken: the first subscriber begins that.
		start: () => {
			const stop = engine.onChange(() => topic.wake());
			return () => {
				stop();
				paced.clear();
			};
		},
		take: () => {
			const { endpoints, connections } = engine.takeChanges();
			return paced.due([...endpoints, ...connections]);
		},
		snapshot: () => ({ endpoints: engine.endpoints(), connections: engine.connections() }),
		delta: (ids) => deltaOf(engine, ids),
		after: () => {
			if (paced.waits) topic.wake();
		},
	});
	return topic;
}

function deltaOf(engine: WorkbenchSource, ids: Set<Id>): WorkbenchDelta {
	const delta: WorkbenchDelta = { endpoints: [], connections: [], removedEndpoints: [], removedConnections: [] };
	let count = 0;
	for (const id of ids) {
		if (typeof id === 'string') {
			const state = engine.endpoint(id);
			if (state === undefined) delta.removedEndpoints.push(id);
			else delta.endpoints.push(state);
		} else if (count < CONNECTIONS_PER_DELTA) {
			count++;
			const state = engine.connection(id);
			if (state === undefined) delta.removedConnections.push(id);
			else delta.connections.push(state);
		} else continue;
		ids.delete(id);
	}
	return delta;
}
