import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConnectionState } from '../../../../common/contract/calls/workbench.ts';
import { endpointState } from '../../testing/host.fixture.ts';
import { fromSnapshot, withDelta } from './workbench.ts';

const address = { address: '127.0.0.1', port: 1 };

function connection(id: number, endpoint: string, bytesIn = 0): ConnectionState {
	return {
		id,
		endpoint,
		status: 'open',
		local: address,
		remote: address,
		openedAt: 0,
		bytesIn,
		bytesOut: 0,
		pending: 0,
	};
}

const none = { endpoints: [], connections: [], removedEndpoints: [], removedConnections: [] };

test('a delta that changes no connection keeps the connection maps', () => {
	const before = fromSnapshot({ endpoints: [endpointState('a')], connections: [connection(1, 'a')] });
	const after = withDelta(before, { ...none, endpoints: [endpointState('a', { status: 'open' })] });
	expect(after.connections).toBe(before.connections);
	expect(after.connectionIds).toBe(before.connectionIds);
	expect(after.endpoints).not.toBe(before.endpoints);
});

test('a connection whose byte counts change keeps the grouping', () => {
	const before = fromSnapshot({ endpoints: [endpointState('a')], connections: [connection(1, 'a')] });
	const after = withDelta(before, { ...none, connections: [connection(1, 'a', 10)] });
	expect(after.connectionIds).toBe(before.connectionIds);
	expect(after.connections.get(1)?.bytesIn).toBe(10);
});

test('an endpoint whose figures change keeps its config and its address; another config is taken', () => {
	const at = { local: address, status: 'open' as const };
	const before = fromSnapshot({ endpoints: [endpointState('a', at)], connections: [] });
	const next = endpointState('a', { ...structuredClone(at), bytesIn: 9 });
	const after = withDelta(before, { ...none, endpoints: [structuredClone(next)] }).endpoints.get('a');
	expect(after).toEqual(next);
	expect(after?.config).toBe(before.endpoints.get('a')?.config);
	expect(after?.local).toBe(before.endpoints.get('a')?.local);
	const renamed = { ...next, config: { ...next.config, name: 'b' } };
	expect(withDelta(before, { ...none, endpoints: [renamed] }).endpoints.get('a')).toEqual(renamed);
});

test('a connection whose byte counts change keeps its addresses; other ones are taken', () => {
	const tls = { version: 'TLSv1.3', cipher: 'a', chain: [], trust: 'none' as const };
	const half = { side: 'client' as const, ordinal: 1, applied: {} };
	const known = { ...connection(1, 'a'), tls, proxy: half };
	const before = fromSnapshot({ endpoints: [endpointState('a')], connections: [known] });
	const next = structuredClone({ ...known, bytesIn: 10 });
	const after = withDelta(before, { ...none, connections: [next] }).connections.get(1);
	expect(after).toEqual(next);
	for (const key of ['local', 'remote', 'tls', 'proxy'] as const) expect(after?.[key]).toBe(known[key]);
	const moved = { ...next, local: { ...address, port: 2 }, remote: { ...address, unknown: true as const } };
	expect(withDelta(before, { ...none, connections: [moved] }).connections.get(1)).toEqual(moved);
});

test('a replaced endpoint keeps its place', () => {
	const before = fromSnapshot({ endpoints: [endpointState('a'), endpointState('b')], connections: [] });
	const after = withDelta(before, { ...none, endpoints: [endpointState('a', { status: 'open' })] });
	expect([...after.endpoints.keys()]).toEqual(['a', 'b']);
});

test('any run of deltas gives the same state as a snapshot', () => {
	const step = fc.record({
		come: fc.array(fc.record({ id: fc.integer({ min: 1, max: 12 }), endpoint: fc.constantFrom('a', 'b', 'c') })),
		go: fc.array(fc.integer({ min: 1, max: 12 })),
	});
	fc.assert(
		fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
			const truth = new Map<number, ConnectionState>();
			let state = fromSnapshot({ endpoints: [], connections: [] });
			for (const { come, go } of steps) {
				const connections = new Map<number, ConnectionState>();
				for (const { id, endpoint } of come) {
					connections.set(id, connection(id, truth.get(id)?.endpoint ?? connections.get(id)?.endpoint ?? endpoint));
				}
				const removed = [...new Set(go)].filter((id) => !connections.has(id));
				for (const [id, value] of connections) truth.set(id, value);
				for (const id of removed) truth.delete(id);
				state = withDelta(state, { ...none, connections: [...connections.values()], removedConnections: removed });
			}
			const whole = fromSnapshot({ endpoints: [], connections: [...truth.values()] });
			expect(new Map(state.connections)).toEqual(new Map(whole.connections));
			const sorted = (ids: ReadonlyMap<string, readonly number[]>) =>
				[...ids].map(([endpoint, list]) => [endpoint, list.toSorted((a, b) => a - b)]).sort();
			expect(sorted(state.connectionIds)).toEqual(sorted(whole.connectionIds));
		}),
	);
});
