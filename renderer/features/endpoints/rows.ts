import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import type { WorkspaceState } from '../../../common/contract/calls/workspace.ts';
import { namesOf, type Traits, traitsOf } from '../../../common/endpoints/index.ts';
import { words as texts } from '../../words/index.ts';
import { addressText } from './words.ts';

/** Number of connections shown at first under one endpoint: few, so that the other endpoints stay visible. */
export const CONNECTIONS_AT_FIRST = 20;

/** Number of connections that each click on "more" adds. */
export const CONNECTION_STEP = 100;

/** One focusable line of the tree. */
export type TreeRow =
	| { readonly type: 'folder'; readonly key: string; readonly folder: string }
	| { readonly type: 'endpoint'; readonly key: string; readonly endpoint: string }
	| { readonly type: 'connection'; readonly key: string; readonly endpoint: string; readonly connection: number }
	| { readonly type: 'more'; readonly key: string; readonly endpoint: string; readonly hidden: number };

export interface TreeGroup {
	/** The key of its row, where it is a folder; else its role. */
	readonly key: string;
	/** The folder, where it is one. */
	readonly folder?: string;
	/** The role of all its endpoints, where it is no folder. */
	readonly role?: Traits['role'];
	/** It is a folder whose endpoints are hidden. */
	readonly folded: boolean;
	readonly endpoints: readonly { readonly id: string; readonly expanded: boolean; readonly rows: readonly TreeRow[] }[];
}

const ROLES = ['server', 'client', 'socket', 'proxy'] as const;

export interface TreeInput {
	readonly endpoints: ReadonlyMap<string, EndpointState>;
	readonly connectionIds: ReadonlyMap<string, readonly number[]>;
	/** The workspace's order and folders; endpoints that it does not have follow. */
	readonly order: WorkspaceState['order'];
	/** Endpoints whose connections are hidden. */
	readonly collapsed: ReadonlySet<string>;
	/** Folders whose endpoints are hidden, except from a search. */
	readonly folded?: ReadonlySet<string>;
	/** Number of connections shown for an endpoint, where not CONNECTIONS_AT_FIRST. */
	readonly listed: ReadonlyMap<string, number>;
	/** Words that every shown endpoint has: in its name, kind, address or folder. */
	readonly query?: string;
}

/** The groups that have endpoints, folders first, each endpoint with its rows (itself first). */
export function treeGroups(input: TreeInput): TreeGroup[] {
	const { endpoints, connectionIds, order, collapsed, folded, listed, query = '' } = input;
	const folderOf = new Map(order.map(({ id, folder }) => [id, folder]));
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	const matches = (state: EndpointState) => {
		const { name, kind } = state.config;
		const text = [name, namesOf(kind).title, texts().kinds[kind], addressText(state), folderOf.get(state.id) ?? '']
			.join(' ')
			.toLowerCase();
		return words.every((word) => text.includes(word));
	};
	const everything = inOrder(endpoints, order);
	const all = words.length === 0 ? everything : everything.filter(matches);
	const folders = new Set(order.flatMap(({ folder }) => folder ?? []));
	const entry = ({ id }: EndpointState) => {
		const expanded = !collapsed.has(id);
		const connections = expanded ? (connectionIds.get(id) ?? []) : [];
		return { id, expanded, rows: endpointRows(id, connections, listed.get(id) ?? CONNECTIONS_AT_FIRST) };
	};
	const groups = [
		...[...folders].map((folder) => ({
			key: folderKey(folder),
			folder,
			folded: words.length === 0 && folded?.has(folder) === true,
			members: all.filter(({ id }) => folderOf.get(id) === folder),
		})),
		...ROLES.map((role) => ({
			key: role,
			role,
			folded: false,
			members: all.filter(({ id, config }) => folderOf.get(id) === undefined && traitsOf(config.kind).role === role),
		})),
	];
	return groups
		.filter(({ members }) => members.length > 0)
		.map(({ members, ...group }) => ({ ...group, endpoints: members.map(entry) }));
}

/** Every line of the tree, as the arrow keys go through them. */
export function rowsOf(groups: readonly TreeGroup[]): TreeRow[] {
	return groups.flatMap(({ key, folder, folded, endpoints }) => [
		...(folder === undefined ? [] : [{ type: 'folder' as const, key, folder }]),
		...(folded ? [] : endpoints.flatMap(({ rows }) => rows)),
	]);
}

/** The key of the folder that an endpoint is in; undefined for none. */
export function folderKeyOf(groups: readonly TreeGroup[], endpoint: string | undefined): string | undefined {
	return groups.find(({ folder, endpoints }) => folder !== undefined && endpoints.some(({ id }) => id === endpoint))
		?.key;
}

function inOrder(endpoints: TreeInput['endpoints'], order: TreeInput['order']): EndpointState[] {
	const placed = order.flatMap(({ id }) => endpoints.get(id) ?? []);
	const known = new Set(order.map(({ id }) => id));
	return [...placed, ...[...endpoints.values()].filter(({ id }) => !known.has(id))];
}

function endpointRows(endpoint: string, connections: readonly number[], most: number): TreeRow[] {
	const rows: TreeRow[] = [{ type: 'endpoint', key: endpoint, endpoint }];
	for (const connection of connections.slice(0, most)) {
		rows.push({ type: 'connection', key: connectionKey(connection), endpoint, connection });
	}
	const hidden = connections.length - most;
	if (hidden > 0) rows.push({ type: 'more', key: `${endpoint} +`, endpoint, hidden });
	return rows;
}

/** Where an endpoint that is dragged would be put. */
export interface DropPlace {
	/** The endpoint above or below it; neither: at its present place of the order. */
	readonly before?: string;
	readonly after?: string;
	/** null: none. */
	readonly folder: string | null;
}

interface Pointed {
	/** The key of the group. */
	readonly group: string;
	/** The endpoint under the pointer; undefined over the title. */
	readonly endpoint: string | undefined;
	/** The pointer is in the lower half of it. */
	readonly below: boolean;
}

/** Where a drop puts an endpoint; undefined where it changes nothing, and in the group of another role. */
export function dropAt(groups: readonly TreeGroup[], dragged: string, at: Pointed): DropPlace | undefined {
	const group = groups.find(({ key }) => key === at.group);
	const from = groups.find(({ endpoints }) => endpoints.some(({ id }) => id === dragged));
	if (group === undefined || from === undefined || at.endpoint === dragged) return undefined;
	const folder = group.folder ?? null;
	if (at.endpoint === undefined) return group === from ? undefined : { folder };
	// A role's group keeps its endpoints: another one that is dropped there leaves its folder, and no more.
	if (group !== from && folder === null && from.folder === undefined) return undefined;
	return at.below ? { after: at.endpoint, folder } : { before: at.endpoint, folder };
}

/** The keys of other rows than endpoints have a space or begin with `#`, as no id of theirs does. */
export function folderKey(folder: string): string {
	return `/ ${folder}`;
}

/** Keys of connection rows cannot collide with endpoint ids, which never are `#` and digits. */
export function connectionKey(connection: number): string {
	return `#${connection}`;
}

/** The row that a key press moves to, or undefined where there is none. */
export function nextRow(rows: readonly TreeRow[], current: string, key: string): TreeRow | undefined {
	const at = rows.findIndex((row) => row.key === current);
	switch (key) {
		case 'ArrowDown':
			return rows[at + 1];
		case 'ArrowUp':
			return rows[Math.max(at, 0) - 1];
		case 'Home':
			return rows[0];
		case 'End':
			return rows.at(-1);
		default:
			return undefined;
	}
}
