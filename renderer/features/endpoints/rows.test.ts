import { expect, test } from 'vitest';
import { endpointState } from '../../app/testing/host.fixture.ts';
import {
	CONNECTION_STEP,
	CONNECTIONS_AT_FIRST,
	connectionKey,
	dropAt,
	folderKeyOf,
	nextRow,
	rowsOf,
	treeGroups,
} from './rows.ts';

const server = endpointState('s');
const client = endpointState('c', {
	config: {
		kind: 'tcp-client',
		name: 'c',
		host: '127.0.0.1',
		port: 9000,
		family: 'any' as const,
		localPort: 0,
		connectTimeoutMs: 1000,
		framing: { type: 'none' },
		responder: { rules: [] },
		noDelay: true,
		afterPeerEnd: 'end',
	},
});

function tree(ids: readonly number[], collapsed: readonly string[] = [], listed: readonly [string, number][] = []) {
	return treeGroups({
		endpoints: new Map([client, server].map((endpoint) => [endpoint.id, endpoint])),
		order: [],
		connectionIds: new Map([['s', ids]]),
		collapsed: new Set(collapsed),
		listed: new Map(listed),
	});
}

const keys = (groups: ReturnType<typeof tree>) =>
	groups.flatMap((group) => group.endpoints.flatMap((entry) => entry.rows.map((row) => row.key)));

test('groups that have endpoints, servers first, connections under their endpoint', () => {
	const groups = tree([3, 4]);
	expect(groups.map((group) => group.key)).toEqual(['server', 'client']);
	expect(keys(groups)).toEqual(['s', '#3', '#4', 'c']);
});

test('folders come first; the order is that of the workspace, and what is not in it follows', () => {
	const groups = treeGroups({
		endpoints: new Map(['x', 'a', 'b', 'c'].map((id) => [id, endpointState(id)])),
		connectionIds: new Map(),
		order: [{ id: 'b' }, { id: 'a' }, { id: 'c', folder: 'lab' }, { id: 'gone', folder: 'empty' }],
		collapsed: new Set(),
		listed: new Map(),
	});
	expect(groups.map(({ key, endpoints }) => [key, ...endpoints.map(({ id }) => id)])).toEqual([
		['/ lab', 'c'],
		['server', 'b', 'a', 'x'],
	]);
});

test('a search shows the endpoints that have all its words, in their name, kind, address or folder', () => {
	const found = (query: string) =>
		treeGroups({
			endpoints: new Map([server, client].map((endpoint) => [endpoint.id, endpoint])),
			connectionIds: new Map(),
			order: [{ id: 's', folder: 'Lab' }],
			collapsed: new Set(),
			listed: new Map(),
			query,
		}).flatMap(({ endpoints }) => endpoints.map(({ id }) => id));
	expect(found('9000')).toEqual(['s', 'c']);
	expect(found('tcp CLIENT')).toEqual(['c']);
	expect(found('lab')).toEqual(['s']);
	expect(found('udp')).toEqual([]);
});

test('a drop puts an endpoint beside another one, into a folder and out of it, but in no group of another role', () => {
	const groups = treeGroups({
		endpoints: new Map(['a', 'b', 'f'].map((id) => [id, endpointState(id)])).set('c', client),
		connectionIds: new Map(),
		order: [{ id: 'f', folder: 'lab' }],
		collapsed: new Set(),
		listed: new Map(),
	});
	const drop = (dragged: string, group: string, endpoint?: string, below = false) =>
		dropAt(groups, dragged, { group, endpoint, below });
	expect(drop('b', 'server', 'a')).toEqual({ before: 'a', folder: null });
	expect(drop('a', 'server', 'b', true)).toEqual({ after: 'b', folder: null });
	expect(drop('a', '/ lab')).toEqual({ folder: 'lab' });
	expect(drop('c', '/ lab', 'f', true)).toEqual({ after: 'f', folder: 'lab' });
	expect(drop('f', 'server')).toEqual({ folder: null });
	expect(drop('c', 'server', 'a')).toBeUndefined();
	expect(drop('a', 'server')).toBeUndefined();
	expect(drop('a', 'server', 'a')).toBeUndefined();
});

test('a closed folder is one line, and a search finds what is in it', () => {
	const grouped = (query: string) =>
		treeGroups({
			endpoints: new Map(['a', 'b'].map((id) => [id, endpointState(id)])),
			connectionIds: new Map(),
			order: [{ id: 'a', folder: 'lab' }],
			collapsed: new Set(),
			folded: new Set(['lab']),
			listed: new Map(),
			query,
		});
	expect(rowsOf(grouped('')).map(({ key }) => key)).toEqual(['/ lab', 'b']);
	expect(rowsOf(grouped('a')).map(({ key }) => key)).toEqual(['/ lab', 'a']);
	expect(folderKeyOf(grouped(''), 'a')).toBe('/ lab');
	expect(folderKeyOf(grouped(''), 'b')).toBeUndefined();
});

test('a collapsed endpoint hides its connections', () => {
	expect(keys(tree([3, 4], ['s']))).toEqual(['s', 'c']);
});

test('thousands of connections are shown in steps, and the rest is counted', () => {
	const ids = Array.from({ length: 10_000 }, (_, index) => index + 1);
	const rows = tree(ids)[0]?.endpoints[0]?.rows ?? [];
	expect(rows).toHaveLength(CONNECTIONS_AT_FIRST + 2);
	expect(rows.at(-1)).toMatchObject({ type: 'more', hidden: 10_000 - CONNECTIONS_AT_FIRST });
	const all =
		tree(ids.slice(0, 150), [], [['s', CONNECTIONS_AT_FIRST + 2 * CONNECTION_STEP]])[0]?.endpoints[0]?.rows ?? [];
	expect(all).toHaveLength(151);
});

test('arrow keys reach all rows and stop at the ends', () => {
	const rows = tree([3]).flatMap((group) => group.endpoints.flatMap((entry) => entry.rows));
	expect(nextRow(rows, 's', 'ArrowDown')?.key).toBe(connectionKey(3));
	expect(nextRow(rows, '#3', 'ArrowDown')?.key).toBe('c');
	expect(nextRow(rows, 'c', 'ArrowDown')).toBeUndefined();
	expect(nextRow(rows, 's', 'ArrowUp')).toBeUndefined();
	expect(nextRow(rows, 'c', 'Home')?.key).toBe('s');
	expect(nextRow(rows, 's', 'End')?.key).toBe('c');
});
