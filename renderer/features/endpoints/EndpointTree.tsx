import {
	Fragment,
	type KeyboardEvent,
	type ReactNode,
	type Ref,
	type SyntheticEvent,
	useEffect,
	useImperativeHandle,
	useMemo,
	useRef,
	useState,
} from 'react';
import { type EndpointKind, traitsOf } from '../../../common/endpoints/index.ts';
import { setFolderClosed, useClosedFolders } from '../../app/state/endpoints/closed-folders.ts';
import { leaveConnection, removeEndpoint } from '../../app/state/endpoints/endpoint-actions.ts';
import { moveEndpoint } from '../../app/state/endpoints/move-endpoint.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { useWorkspace } from '../../app/state/endpoints/workspace.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { useWords } from '../../words/index.ts';
import { ConnectionRow } from './ConnectionRow.tsx';
import { EndpointRow } from './EndpointRow.tsx';
import { FolderRow } from './FolderRow.tsx';
import { Row, type RowDrag, type RowPlace } from './Row.tsx';
import {
	CONNECTION_STEP,
	CONNECTIONS_AT_FIRST,
	connectionKey,
	folderKeyOf,
	nextRow,
	rowsOf,
	type TreeGroup,
	type TreeRow,
	treeGroups,
} from './rows.ts';
import { actOnEndpoint, copyFromTree } from './tree-keys.ts';
import { useDrag } from './use-drag.ts';
import { useSteadyEndpoints } from './use-steady.ts';

interface EndpointTreeProps {
	/** Words that every shown endpoint has. */
	readonly query: string;
	readonly ref?: Ref<TreeHandle>;
}

/** What others do with the tree. */
export interface TreeHandle {
	/** Moves the focus to its first row. */
	enter(): void;
}

/** Endpoints by group, with their connections: one tab stop, arrow keys within. */
export function EndpointTree({ query, ref }: EndpointTreeProps) {
	const text = useWords().endpoints;
	const endpoints = useSteadyEndpoints();
	const connectionIds = useWorkbench((workbench) => workbench.connectionIds);
	const order = useWorkspace((workspace) => workspace.order);
	const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
	const folded = useClosedFolders((state) => state.folders);
	const [listed, setListed] = useState<ReadonlyMap<string, number>>(new Map());
	const tree = useRef<HTMLDivElement>(null);

	const groups = useMemo(
		() => treeGroups({ endpoints, connectionIds, order, collapsed, folded, listed, query }),
		[endpoints, connectionIds, order, collapsed, folded, listed, query],
	);
	const rows = useMemo(() => rowsOf(groups), [groups]);
	const selectedEndpoint = useSelection((selection) => selection.endpoint);
	const selected = useSelectedKey(rows);
	/** The folder that has the focus, or had it last: it is never selected. */
	const [folder, setFolder] = useState<string>();
	// An endpoint in a closed folder is reached through the folder.
	const stops = [folder, selected, folderKeyOf(groups, selectedEndpoint), rows[0]?.key];
	const active = stops.find((stop) => rows.some(({ key }) => key === stop));
	const { dragged, over, handlers } = useDrag(groups);
	useImperativeHandle(ref, () => ({
		enter: () => {
			const [first] = rows;
			if (first !== undefined) focusRow(first.key);
		},
	}));

	// Scroll a newly created endpoint, or one selected elsewhere, into view.
	useEffect(() => {
		if (selected === undefined) return;
		setFolder(undefined);
		const line = tree.current?.querySelector(`[data-row="${CSS.escape(selected)}"] > .tree-row`);
		line?.scrollIntoView({ block: 'nearest' });
	}, [selected]);

	function focusRow(key: string): void {
		tree.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)?.focus();
	}

	function setExpanded(endpoint: string, expanded: boolean): void {
		const next = new Set(collapsed);
		if (expanded) next.delete(endpoint);
		else next.add(endpoint);
		setCollapsed(next);
	}

	function showMore(endpoint: string): void {
		setListed(new Map(listed).set(endpoint, (listed.get(endpoint) ?? CONNECTIONS_AT_FIRST) + CONNECTION_STEP));
	}

	function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
		const key = event.target instanceof HTMLElement ? event.target.dataset.row : undefined;
		const row = rows.find((candidate) => candidate.key === key);
		if (row === undefined) return;
		if (event.ctrlKey || event.metaKey) {
			const copies = event.key.toLowerCase() === 'c' && !event.shiftKey && !event.altKey && row.type === 'endpoint';
			if (copies && copyFromTree(row.endpoint)) event.preventDefault();
			return;
		}
		if (event.altKey) {
			if (row.type !== 'endpoint' || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
			const ids = groups.map((group) => group.endpoints.map(({ id }) => id));
			moveEndpoint(row.key, ids.find((group) => group.includes(row.key)) ?? [], event.key === 'ArrowUp' ? -1 : 1);
			event.preventDefault();
			return;
		}
		const next = nextRow(rows, row.key, event.key);
		if (next !== undefined) focusRow(next.key);
		else if (!act(row, event.key)) return;
		event.preventDefault();
	}

	/** Handles a key on a row; false when the key has no meaning there. */
	function act(row: TreeRow, key: string): boolean {
		if (key === 'ArrowRight') unfold(row);
		else if (key === 'ArrowLeft') fold(row);
		else if (row.type === 'folder') {
			if (key !== 'Enter' && key !== ' ') return false;
			setFolderClosed(row.folder, !folded.has(row.folder));
		} else if (key === 'Enter' && row.type === 'more') showMore(row.endpoint);
		else if (key === 'Delete' && row.type !== 'more') remove(row);
		else return row.type === 'endpoint' && actOnEndpoint(row.endpoint, key);
		return true;
	}

	/** Opens what is closed, else goes to the first row in it. */
	function unfold(row: TreeRow): void {
		const isOpen =
			row.type === 'folder' ? !folded.has(row.folder) : row.type === 'endpoint' && !collapsed.has(row.endpoint);
		if (row.type === 'folder' && !isOpen) setFolderClosed(row.folder, false);
		else if (row.type === 'endpoint' && !isOpen) setExpanded(row.endpoint, true);
		else {
			const next = rows[rows.indexOf(row) + 1];
			const isWithin =
				row.type === 'folder' || (next !== undefined && next.type !== 'endpoint' && next.type !== 'folder');
			if (isOpen && isWithin && next !== undefined) focusRow(next.key);
		}
	}

	/** Closes what is open, else goes to the row that it is in. */
	function fold(row: TreeRow): void {
		if (row.type === 'folder') setFolderClosed(row.folder, true);
		else if (row.type !== 'endpoint') focusRow(row.endpoint);
		else if (!collapsed.has(row.endpoint) && connectionIds.has(row.endpoint)) setExpanded(row.endpoint, false);
		else {
			const above = folderKeyOf(groups, row.endpoint);
			if (above !== undefined) focusRow(above);
		}
	}

	function remove(row: Exclude<TreeRow, { readonly type: 'folder' }>): void {
		const others = rows.filter((other) => other.type === row.type && other.key !== row.key);
		const at = rows.indexOf(row);
		const neighbour = others.find((other) => rows.indexOf(other) > at) ?? others.at(-1);
		if (row.type === 'connection') {
			focusRow(neighbour?.key ?? row.endpoint);
			void leaveConnection(row.connection, 'close');
			return;
		}
		if (neighbour !== undefined) focusRow(neighbour.key);
		void removeEndpoint(row.endpoint);
	}

	/**
	 * A click or the focus on a row selects it. Clicks in menus, which React propagates from elsewhere, do not; nor does
	 * the focus on a card, which Tab passes on its way to the selected row.
	 */
	function onPoint(event: SyntheticEvent<HTMLElement>): void {
		if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return;
		if (event.type === 'focus' && event.target.closest('.endpoint-error') !== null) return;
		const row = rows.find(({ key }) => key === rowElement(event.target)?.dataset.row);
		if (row === undefined) return;
		if (event.type === 'focus') setFolder(row.type === 'folder' ? row.key : undefined);
		if (row.type === 'folder') {
			if (event.type === 'click') setFolderClosed(row.folder, !folded.has(row.folder));
		} else if (row.type === 'more') {
			if (event.type === 'click') showMore(row.endpoint);
		} else if (row.key !== selected) select(row);
	}

	const dragOf = (id: string): RowDrag | undefined => {
		if (id === dragged) return 'dragged';
		return id === over?.before ? 'before' : id === over?.after ? 'after' : undefined;
	};
	// A drop on a title puts it into that folder, or into none: then into the group of its role.
	const isWhole = over !== undefined && over.before === undefined && over.after === undefined;
	const draggedKind = dragged === undefined ? undefined : endpoints.get(dragged)?.config.kind;
	const overGroup = isWhole
		? groups.find(({ folder, role }) =>
				over.folder === null
					? draggedKind !== undefined && role === traitsOf(draggedKind).role
					: folder === over.folder,
			)
		: undefined;
	if (groups.length === 0) return <p className="tree-none">{text.search.none}</p>;
	const place = (key: string, group?: TreeGroup) => ({
		rowKey: key,
		active: key === active,
		selected: key === selected,
		inFolder: group?.folder !== undefined,
	});
	const titleOf = ({ folder: name, role }: TreeGroup) => name ?? (role === undefined ? '' : text.groups[role]);
	return (
		<div
			ref={tree}
			tabIndex={-1}
			role="tree"
			aria-label={text.title}
			className="tree"
			onKeyDown={onKeyDown}
			onClick={onPoint}
			onFocus={onPoint}
			{...handlers}
		>
			{groups.map((group) => (
				<div key={group.key} role="none" data-group={group.key}>
					{group.folder === undefined ? (
						<div className="tree-group" aria-hidden="true" data-over={group === overGroup ? '' : undefined}>
							{titleOf(group)}
						</div>
					) : (
						<FolderRow
							folder={group.folder}
							folded={group.folded}
							count={group.endpoints.length}
							over={group === overGroup}
							{...place(group.key)}
						/>
					)}
					{group.folded ? null : (
						<Group label={titleOf(group)}>
							{group.endpoints.map(({ id, expanded, rows: [, ...under] }) => (
								<Fragment key={id}>
									<EndpointRow id={id} expanded={expanded} drag={dragOf(id)} {...place(id, group)} />
									{under.length === 0 ? null : (
										<Group label={text.connections}>
											{under.map((row) => (
												<UnderRow
													key={row.key}
													row={row}
													kind={endpoints.get(id)?.config.kind}
													place={place(row.key, group)}
												/>
											))}
										</Group>
									)}
								</Fragment>
							))}
						</Group>
					)}
				</div>
			))}
		</div>
	);
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: a group of a tree, not of a form
		<div role="group" aria-label={label}>
			{children}
		</div>
	);
}

interface UnderRowProps {
	readonly row: TreeRow;
	readonly kind: EndpointKind | undefined;
	readonly place: RowPlace;
}

function UnderRow({ row, kind, place }: UnderRowProps) {
	const { more } = useWords().endpoints;
	if (row.type === 'endpoint' || row.type === 'folder' || kind === undefined) return null;
	if (row.type === 'connection') return <ConnectionRow connection={row.connection} kind={kind} {...place} />;
	return <Row {...place} level={2} line={<span className="connection-more">{more(row.hidden)}</span>} />;
}

function rowElement(target: EventTarget): HTMLElement | null {
	return target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
}

function select(row: Exclude<TreeRow, { readonly type: 'folder' }>): void {
	const { selectEndpoint, selectConnection } = useSelection.getState();
	if (row.type === 'connection') selectConnection(row.endpoint, row.connection);
	else selectEndpoint(row.endpoint);
}

/** The key of the selected row, or of its endpoint's while the row itself is hidden. */
function useSelectedKey(rows: readonly TreeRow[]): string | undefined {
	const endpoint = useSelection((selection) => selection.endpoint);
	const connection = useSelection((selection) => selection.connection);
	if (connection !== undefined) {
		const key = connectionKey(connection);
		if (rows.some((row) => row.key === key)) return key;
	}
	return endpoint;
}
