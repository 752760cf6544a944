import { type KeyboardEvent, type MouseEvent, useCallback, useRef } from 'react';
import { withCode } from '../../app/shared/with-code.ts';
import { isMenuKey, type MenuPlace, menuPlace, placeOf } from '../../app/state/window/context-menu.ts';
import { requestFocus } from '../../app/state/window/focus.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { CutText } from '../../ui/CutText.tsx';
import { selectionAfterKey } from '../../virtual/list-keys.ts';
import { rowsPerPage } from '../../virtual/scroll-map.ts';
import { useTail } from '../../virtual/use-tail.ts';
import { useVirtualScroll } from '../../virtual/use-virtual-scroll.ts';
import { useWidth } from '../../virtual/use-width.ts';
import { VirtualGrid } from '../../virtual/VirtualGrid.tsx';
import { useWords } from '../../words/index.ts';
import { DiagramRow, diagramRowId } from './DiagramRow.tsx';
import { columnCentre, columnWidth, GUTTER } from './layout.ts';
import { diagramRows, selectAt, setFollowing, useDiagram } from './store.ts';
import { usePlace } from './use-place.ts';

/** px */
const ROW = 34;
const HEAD = 41;

/** The diagram itself: only the visible rows are in the page. */
export function DiagramGrid() {
	const texts = useWords().sequenceDiagram;
	const { parties, chosen, state, end: listed, following, at } = useDiagram();
	/** The first row whose event still exists. */
	const base = Math.min(state?.gone ?? 0, listed);
	const count = listed - base;
	const event = useSelection((selection) => selection.event);
	const grid = useRef<HTMLDivElement | null>(null);
	const { width } = useWidth(grid);
	const scroll = useVirtualScroll({
		count,
		rowHeight: ROW,
		inset: HEAD,
		pinned: following,
		viewportRef: grid,
		onFollow: setFollowing,
	});
	const { geometry } = scroll;
	const first = base + scroll.first;
	const end = base + scroll.end;
	const reveal = useCallback((index: number) => scroll.reveal(Math.max(0, index - base)), [scroll.reveal, base]);
	useTail({
		source: diagramRows,
		base: 0,
		total: state?.matched ?? 0,
		listed,
		following,
		first,
		end,
		fits: Math.ceil(geometry.viewport / ROW),
		onArrived: (arrived) => useDiagram.setState({ end: arrived }),
	});
	usePlace(reveal);

	const select = (index: number) => {
		if (index < listed - 1) setFollowing(false);
		selectAt(index);
		reveal(index);
	};
	const onKeyDown = (key: KeyboardEvent) => {
		if (key.ctrlKey || key.metaKey || key.altKey) return;
		if (isMenuKey(key)) openMenuByKey();
		else if (key.key === 'Enter' && event !== undefined) requestFocus('inspector');
		else if (key.key === 'Escape') useSelection.getState().selectEvent(undefined);
		else {
			const range = { base, end: listed, page: rowsPerPage(geometry), first, last: Math.max(first, end - 1) };
			const next = selectionAfterKey(key.key, at, range);
			if (next === undefined) return;
			select(next);
			if (key.key === 'End') setFollowing(true);
		}
		key.preventDefault();
	};
	const onMouseDown = ({ button, target }: MouseEvent) => {
		if (button !== 0 || !(target instanceof Element)) return;
		const index = target.closest<HTMLElement>('[data-index]')?.dataset.index;
		if (index !== undefined) select(Number(index));
	};

	const openMenu = (index: number, place: MenuPlace) => {
		const row = diagramRows.row(index);
		if (row === undefined) return;
		if (index !== at) select(index);
		withCode(import('../../app/state/capture/menu/event-menu.ts'), ({ openEventMenu }) => openEventMenu(row, place));
	};
	const onContextMenu = (event: MouseEvent) => {
		const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
		if (row === null) return;
		event.preventDefault();
		grid.current?.focus();
		openMenu(Number(row.dataset.index), menuPlace(event));
	};
	const openMenuByKey = () => {
		const row = at === undefined ? null : document.getElementById(diagramRowId(at));
		if (at !== undefined && row !== null) openMenu(at, placeOf(row));
	};

	const nameOf = (address: string, peerOf: number | undefined) =>
		peerOf === undefined ? address : texts.peerOf(peerOf);
	const columns = parties.columns.length;
	const column = columnWidth(width, columns);
	const whole = Math.max(width, GUTTER + column * columns);
	const tcp = new Set(chosen?.connections.filter(({ protocol }) => protocol === 'tcp').map(({ id }) => id));
	const active = at !== undefined && at >= first && at < end && diagramRows.row(at)?.n === event;
	return (
		<VirtualGrid
			role="grid"
			viewportRef={grid}
			scroll={scroll}
			width={whole}
			className="sequence-grid"
			aria-label={texts.title}
			aria-rowcount={count}
			aria-colcount={2}
			{...(active ? { 'aria-activedescendant': diagramRowId(at) } : {})}
			onKeyDown={onKeyDown}
			onMouseDown={onMouseDown}
			onContextMenu={onContextMenu}
			head={
				<div className="sequence-head" style={{ width: whole }} role="presentation">
					{parties.columns.map(({ address, endpoint, peerOf }, i) => (
						<span
							key={address}
							className={endpoint === undefined ? 'sequence-party' : 'sequence-party sequence-party-ours'}
							style={{ left: columnCentre(column, i) - column / 2 + 4, width: column - 8 }}
							title={endpoint === undefined ? nameOf(address, peerOf) : texts.party(endpoint, address)}
						>
							<b>{endpoint ?? texts.peer}</b>
							<CutText text={nameOf(address, peerOf)} />
						</span>
					))}
				</div>
			}
			behind={parties.columns.map(({ address }, i) => (
				<span key={address} className="sequence-life" style={{ left: columnCentre(column, i) }} />
			))}
			row={(place, y, slot) => {
				const index = base + place;
				const row = diagramRows.row(index);
				return (
					<DiagramRow
						key={slot}
						index={index}
						row={row}
						before={index === base ? undefined : diagramRows.row(index - 1)?.time}
						ends={row && parties.ends.get(row.connection)}
						tcp={row !== undefined && tcp.has(row.connection)}
						column={column}
						y={y}
						selected={row !== undefined && row.n === event}
					/>
				);
			}}
		/>
	);
}
