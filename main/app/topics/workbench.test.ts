import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ConnectionState, EndpointState, WorkbenchDelta } from '../../../common/contract/calls/workbench.ts';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { type WorkbenchTopic, workbenchTopic } from './workbench.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
let topic: WorkbenchTopic;
afterEach(() => {
	topic.close();
	vi.useRealTimers();
});

function endpoint(id: string, bytesIn = 0): EndpointState {
	const config = endpointConfigSchema.parse({ kind: 'tcp-server', name: id, port: 0 });
	return { id, config, status: 'open', connections: 0, bytesIn, bytesOut: 0, rateIn: 0, rateOut: 0, eventRate: 0 };
}

function connection(id: number, bytesIn = 0): ConnectionState {
	const at = { address: '127.0.0.1', port: 1 };
	return { id, endpoint: 'e', status: 'open', local: at, remote: at, openedAt: 0, bytesIn, bytesOut: 0, pending: 0 };
}

/** An engine with only state, and its notification guarantee: one call at the first change after `takeChanges`. */
function engine() {
	const endpoints = new Map<string, EndpointState>();
	const connections = new Map<number, ConnectionState>();
	let changed = { endpoints: new Set<string>(), connections: new Set<number>() };
	const listeners = new Set<() => void>();
	const change = (mark: () => void): void => {
		const first = changed.endpoints.size + changed.connections.size === 0;
		mark();
		if (first) for (const listener of listeners) listener();
	};
	return {
		endpoint: (id: string) => endpoints.get(id),
		endpoints: () => [...endpoints.values()],
		connection: (id: number) => connections.get(id),
		connections: () => [...connections.values()],
		onChange: (listener: () => void) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		takeChanges: () => {
			const taken = changed;
			changed = { endpoints: new Set(), connections: new Set() };
			return taken;
		},
		putEndpoint: (state: EndpointState) => {
			endpoints.set(state.id, state);
			change(() => changed.endpoints.add(state.id));
		},
		putConnection: (state: ConnectionState) => {
			connections.set(state.id, state);
			change(() => changed.connections.add(state.id));
		},
		remove: (id: string | number) => {
			if (typeof id === 'string') endpoints.delete(id);
			else connections.delete(id);
			change(() => (typeof id === 'string' ? changed.endpoints.add(id) : changed.connections.add(id)));
		},
	};
}

function subscribe() {
	const deltas: WorkbenchDelta[] = [];
	const state = { congested: false };
	const run = topic.subscribe((delta) => deltas.push(delta), { congested: () => state.congested });
	return { deltas, state, ...run };
}

test('a snapshot has everything, a delta each later change once', () => {
	const source = engine();
	topic = workbenchTopic(source);
	source.putEndpoint(endpoint('a'));
	const { snapshot, deltas } = subscribe();
	expect(snapshot).toEqual({ endpoints: [endpoint('a')], connections: [] });
	vi.runAllTimers();
	expect(deltas).toEqual([]);
	for (let i = 1; i <= 100; i++) source.putEndpoint(endpoint('a', i));
	source.putConnection(connection(1));
	source.putConnection(connection(2));
	source.remove(1);
	vi.runAllTimers();
	expect(deltas).toEqual([
		{ endpoints: [endpoint('a', 100)], connections: [connection(2)], removedEndpoints: [], removedConnections: [1] },
	]);
	source.remove('a');
	vi.runAllTimers();
	expect(deltas[1]).toMatchObject({ endpoints: [], removedEndpoints: ['a'] });
});

test('the first change after a pause is sent at once, later ones twenty times a second', () => {
	const source = engine();
	topic = workbenchTopic(source);
	const { deltas } = subscribe();
	vi.advanceTimersByTime(1000);
	source.putEndpoint(endpoint('a'));
	vi.advanceTimersByTime(1);
	expect(deltas).toHaveLength(1);
	for (let i = 0; i < 1000; i++) {
		source.putEndpoint(endpoint('a', i));
		vi.advanceTimersByTime(1);
	}
	expect(deltas.length).toBeGreaterThanOrEqual(19);
	expect(deltas.length).toBeLessThanOrEqual(21);
});

test('what only counts is sent five times a second, everything else at once', () => {
	const source = engine();
	topic = workbenchTopic(source);
	const { deltas } = subscribe();
	const [one, peer] = [endpoint('a'), connection(1)];
	source.putEndpoint(one);
	source.putConnection(peer);
	vi.advanceTimersByTime(1);
	expect(deltas).toHaveLength(1);
	for (let i = 1; i <= 1000; i++) {
		source.putEndpoint({ ...one, bytesIn: i, answers: { hits: [i], unanswered: 0 } });
		source.putConnection({ ...peer, bytesIn: i, pending: i % 7 });
		vi.advanceTimersByTime(1);
	}
	expect(deltas.length).toBeGreaterThanOrEqual(5);
	expect(deltas.length).toBeLessThanOrEqual(6);
	source.putEndpoint({ ...one, bytesIn: 1001, eventRate: 1000 });
	vi.advanceTimersByTime(51);
	expect(deltas.at(-1)).toMatchObject({ endpoints: [{ bytesIn: 1001, eventRate: 1000 }] });
	source.putConnection({ ...peer, bytesIn: 1001, status: 'ended' });
	vi.advanceTimersByTime(51);
	expect(deltas.at(-1)?.connections).toMatchObject([{ bytesIn: 1001, status: 'ended' }]);
	source.putConnection({ ...peer, bytesIn: 1002, status: 'ended' });
	vi.runAllTimers();
	expect(deltas.at(-1)?.connections, 'the last figures follow').toMatchObject([{ bytesIn: 1002 }]);
	expect(vi.getTimerCount()).toBe(0);
});

test('each of several windows gets what only counts five times a second, and everything else at once', () => {
	const source = engine();
	topic = workbenchTopic(source);
	const windows = [subscribe(), subscribe(), subscribe()];
	const [one, peer] = [endpoint('a'), connection(1)];
	source.putEndpoint(one);
	source.putConnection(peer);
	vi.advanceTimersByTime(1);
	for (let i = 1; i <= 1000; i++) {
		source.putEndpoint({ ...one, bytesIn: i });
		source.putConnection({ ...peer, bytesIn: i });
		vi.advanceTimersByTime(1);
	}
	for (const { deltas } of windows) {
		expect(deltas.length).toBeGreaterThanOrEqual(5);
		expect(deltas.length).toBeLessThanOrEqual(6);
	}
	source.putConnection({ ...peer, bytesIn: 1001, status: 'ended' });
	vi.advanceTimersByTime(51);
	for (const { deltas } of windows) expect(deltas.at(-1)?.connections).toMatchObject([{ status: 'ended' }]);
	source.remove(1);
	vi.advanceTimersByTime(51);
	for (const { deltas } of windows) expect(deltas.at(-1)?.removedConnections).toEqual([1]);
	vi.runAllTimers();
	for (const { deltas } of windows) {
		expect(deltas.flatMap(({ endpoints }) => endpoints).at(-1)).toMatchObject({ bytesIn: 1000 });
	}
	expect(vi.getTimerCount()).toBe(0);
});

test('no timer runs without changes or without subscribers', () => {
	const source = engine();
	topic = workbenchTopic(source);
	source.putEndpoint(endpoint('a'));
	expect(vi.getTimerCount()).toBe(0);
	const one = subscribe();
	expect(vi.getTimerCount()).toBe(0);
	source.putEndpoint(endpoint('b'));
	expect(vi.getTimerCount()).toBe(1);
	one.dispose();
	expect(vi.getTimerCount()).toBe(0);
	source.putEndpoint(endpoint('c'));
	expect(vi.getTimerCount()).toBe(0);
	const two = subscribe();
	expect(two.snapshot.endpoints.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
	source.putEndpoint(endpoint('d'));
	vi.runAllTimers();
	expect(two.deltas.map((delta) => delta.endpoints.map(({ id }) => id))).toEqual([['d']]);
	expect(vi.getTimerCount()).toBe(0);
	expect(one.deltas).toEqual([]);
});

test('subscribing between a change and its delta does not take it from the others', () => {
	const source = engine();
	topic = workbenchTopic(source);
	const one = subscribe();
	source.putEndpoint(endpoint('a'));
	const two = subscribe();
	expect(two.snapshot.endpoints).toHaveLength(1);
	source.putEndpoint(endpoint('b'));
	vi.runAllTimers();
	expect(one.deltas.flatMap((delta) => delta.endpoints.map(({ id }) => id))).toEqual(['a', 'b']);
	expect(two.deltas.flatMap((delta) => delta.endpoints.map(({ id }) => id))).toEqual(['b']);
});

test('ten thousand changed connections are sent in parts, each of them once', () => {
	const source = engine();
	topic = workbenchTopic(source);
	const { deltas } = subscribe();
	for (let id = 1; id <= 10_000; id++) source.putConnection(connection(id));
	vi.runAllTimers();
	expect(deltas.map((delta) => delta.connections.length)).toEqual(Array(40).fill(250));
	expect(new Set(deltas.flatMap((delta) => delta.connections.map(({ id }) => id))).size).toBe(10_000);
});

test('a slow subscriber gets fewer deltas with the latest state, and delays nobody else', () => {
	const source = engine();
	topic = workbenchTopic(source);
	const slow = subscribe();
	const fast = subscribe();
	slow.state.congested = true;
	for (let i = 1; i <= 10; i++) {
		source.putConnection(connection(1, i));
		vi.advanceTimersByTime(100);
	}
	expect(fast.deltas).toHaveLength(10);
	expect(slow.deltas).toEqual([]);
	slow.state.congested = false;
	vi.runAllTimers();
	expect(slow.deltas.map((delta) => delta.connections)).toEqual([[connection(1, 10)]]);
	expect(vi.getTimerCount()).toBe(0);
});

test('flush sends pending changes now', () => {
	const source = engine();
	topic = workbenchTopic(source);
	const { deltas } = subscribe();
	topic.flush();
	expect(deltas).toEqual([]);
	source.putEndpoint(endpoint('a'));
	topic.flush();
	expect(deltas).toHaveLength(1);
	expect(vi.getTimerCount()).toBe(0);
});
