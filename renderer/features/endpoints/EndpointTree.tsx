import { Folder } from 'lucide-react';
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
import { formatCount } from '../../app/shared/format.ts';
import { leaveConnection, removeEndpoint } from '../../app/state/endpoints/endpoint-actions.ts';
import { moveEndpoint } from '../../app/state/endpoints/move-endpoint.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { useWorkspace } from '../../app/state/endpoints/workspace.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { ConnectionRow } from './ConnectionRow.tsx';
import { EndpointRow } from './EndpointRow.tsx';
import { Row, type RowDrag, type RowPlace } from './Row.tsx';
import { CONNECTION_STEP, CONNECTIONS_AT_FIRST, connectionKey, nextRow, type TreeRow, treeGroups } from './rows.ts';
import { actOnEndpoint, copyFromTree } from './tree-keys.ts';
import { useDrag } from './use-drag.ts';

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
	const endpoints = useWorkbench((workbench) => workbench.endpoints);
	const connectionIds = useWorkbench((workbench) => workbench.connectionIds);
	const order = useWorkspace((workspace) => workspace.order);
	const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
	const [listed, setListed] = useState<ReadonlyMap<string, number>>(new Map());
	const tree = useRef<HTMLDivElement>(null);

	const groups = useMemo(
		() => treeGroups({ endpoints, connectionIds, order, collapsed, listed, query }),
		[endpoints, connectionIds, order, collapsed, listed, query],
	);
	const rows = useMemo(() => groups.flatMap((group) => group.endpoints.flatMap((entry) => entry.rows)), [groups]);
	const selected = useSelectedKey(rows);
	const active = rows.some(({ key }) => key === selected) ? selected : rows[0]?.key;
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
		if (key === 'ArrowRight') setExpanded(row.endpoint, true);
		else if (key === 'ArrowLeft' && row.type === 'endpoint') setExpanded(row.endpoint, false);
		else if (key === 'ArrowLeft') focusRow(row.endpoint);
		else if (key === 'Enter' && row.type === 'more') showMore(row.endpoint);
		else if (key === 'Delete' && row.type !== 'more') remove(row);
		else return row.type === 'endpoint' && actOnEndpoint(row.endpoint, key);
		return true;
	}

	function remove(row: TreeRow): void {
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
		if (row.type === 'more') {
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
	if (groups.length === 0) return <p className="tree-none">No endpoint has all of these words.</p>;
	const place = (key: string) => ({ rowKey: key, active: key === active, selected: key === selected });
	return (
		<div
			ref={tree}
			tabIndex={-1}
			role="tree"
			aria-label="Endpoints"
			className="tree"
			onKeyDown={onKeyDown}
			onClick={onPoint}
			onFocus={onPoint}
			{...handlers}
		>
			{groups.map((group) => (
				<div key={group.title} role="none" data-group={group.title}>
					<div className="tree-group" aria-hidden="true" data-over={group === overGroup ? '' : undefined}>
						{group.folder === undefined ? null : <Folder size={11} />}
						{group.title}
					</div>
					<Group label={group.title}>
						{group.endpoints.map(({ id, expanded, rows: [, ...under] }) => (
							<Fragment key={id}>
								<EndpointRow id={id} expanded={expanded} drag={dragOf(id)} {...place(id)} />
								{under.length === 0 ? null : (
									<Group label="Connections">
										{under.map((row) => (
											<UnderRow key={row.key} row={row} kind={endpoints.get(id)?.config.kind} place={place(row.key)} />
										))}
									</Group>
								)}
							</Fragment>
						))}
					</Group>
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
	if (row.type === 'endpoint' || kind === undefined) return null;
	if (row.type === 'connection') return <ConnectionRow connection={row.connection} kind={kind} {...place} />;
	const text = `and ${formatCount(row.hidden)} more`;
	return <Row {...place} level={2} line={<span className="connection-more">{text}</span>} />;
}

function rowElement(target: EventTarget): HTMLElement | null {
	return target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
}

function select(row: TreeRow): void {
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
