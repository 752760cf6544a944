import {
	type KeyboardEvent,
	type MouseEvent,
	useCallback,
	useEffect,
	useMemo,
	useRef,
	useSyncExternalStore,
} from 'react';
import { markKey } from '../../../common/capture/marks.ts';
import { useColours } from '../../app/state/capture/colours.ts';
import { messageClicked } from '../../app/state/capture/compare/compare.ts';
import { marksWithin, placeOfRow, useMarks } from '../../app/state/capture/marks.ts';
import { useShownCharsets } from '../../app/state/capture/shown-charset.ts';
import { type MenuPlace, menuPlace, placeOf } from '../../app/state/window/context-menu.ts';
import { useTakeFocus } from '../../app/state/window/focus.ts';
import { useRowHeight } from '../../app/state/window/fonts.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { rowsPerPage } from '../../virtual/scroll-map.ts';
import { usePacedTotal } from '../../virtual/use-paced-total.ts';
import { useRefreshPace, useTail } from '../../virtual/use-tail.ts';
import { useVirtualScroll } from '../../virtual/use-virtual-scroll.ts';
import { VirtualGrid } from '../../virtual/VirtualGrid.tsx';
import { useWords } from '../../words/index.ts';
import { type ColumnName, isColumn } from './columns/columns.ts';
import { LogHead } from './columns/LogHead.tsx';
import { useRowLook } from './columns/use-columns.ts';
import { LogRow, rowId } from './LogRow.tsx';
import { isPicked, pickOnly, pickTo, pickToggled, usePicked } from './list/picked.ts';
import { selectAt, useIsWhole, useLogPlace } from './list/place.ts';
import { rowSource, useBegin } from './list/rows.ts';
import { changeView, useListedView, useLogView } from './list/store.ts';
import { withArrived, withFollowing } from './list/view.ts';
import { onLogKey } from './log-keys.ts';
import { rowCommands } from './row-commands.ts';
import { useRestoredRow } from './use-restored-row.ts';
import { useSeen } from './use-seen.ts';

/** The rows: only the visible ones are in the page. */
export function LogGrid() {
	const words = useWords();
	const view = useListedView();
	useSyncExternalStore(rowSource.subscribe, rowSource.version);
	const selected = useSelection((selection) => selection.event);
	const item = useSelection((selection) => selection.item);
	const whole = useIsWhole();
	const marks = useMarks((state) => state.marks);
	const within = useMemo(() => marksWithin({ marks }), [marks]);
	const colours = useColours(({ usable }) => usable);
	const charsetOf = useShownCharsets();
	const place = useLogPlace();
	const connection = useSelection((selection) => selection.connection);
	const picked = usePicked();
	const begin = useBegin((state) => state.begin);
	const count = view.end - view.base;
	const pinned = view.following && view.pausedAt === undefined;
	const grid = useRef<HTMLDivElement | null>(null);
	const look = useRowLook(grid);
	const rowHeight = useRowHeight();
	const scroll = useVirtualScroll({
		count,
		base: view.base,
		list: view.capture,
		rowHeight,
		// The column names and the line under them.
		inset: rowHeight + 1,
		pinned,
		viewportRef: grid,
		onFollow: (following) => changeView((now) => withFollowing(now, following)),
	});
	const { first, end, top, geometry } = scroll;
	useSeen(view.base + Math.floor((top + geometry.viewport) / rowHeight), view.end);

	const { scrollToTop } = scroll;
	useRestoredRow(
		view,
		pinned ? undefined : view.base + first,
		useCallback((index: number) => scrollToTop(index * rowHeight), [scrollToTop, rowHeight]),
	);

	const { returns } = place;
	const { reveal } = scroll;
	useEffect(() => {
		const { following, base } = useLogView.getState();
		const { index } = useLogPlace.getState();
		if (returns > 0 && index !== undefined && !following) reveal(Math.max(0, index - base));
	}, [returns, reveal]);

	useTakeFocus(
		'log',
		useCallback(() => grid.current?.focus(), []),
	);

	/** The row with the keyboard cursor. */
	const at = whole ? selected : place.index;
	const isCursor = (n: number) => {
		if (selected === undefined || whole) return n === selected;
		const row = rowSource.row(n);
		return row?.n === selected && row.item === item;
	};
	const several = picked.list === view.capture && picked.ranges.length > 0;
	const isSelected = (n: number) => (several ? isPicked(picked, view.capture, n) : isCursor(n));
	const pointAt = (n: number) => {
		if (n < view.end - 1) changeView((now) => withFollowing(now, false));
		selectAt(n);
	};
	const openMenu = (n: number, column: ColumnName | undefined, place: MenuPlace) => {
		// Now: while the commands are loaded, the list may be made again.
		const row = rowSource.row(n);
		if (!isSelected(n)) {
			pickOnly(view.capture, n);
			pointAt(n);
		}
		if (row !== undefined) rowCommands((commands) => commands.openRowMenu(n, row, column, place));
	};
	const onKeyDown = (event: KeyboardEvent) =>
		onLogKey(event, {
			view,
			names: look.layout.names,
			at,
			page: rowsPerPage(geometry),
			first: view.base + first,
			last: view.base + Math.max(first, end - 1),
			reveal: (n) => scroll.reveal(n - view.base),
			onMenu: () => {
				const thing = at === undefined ? null : cursorElement(at, place.column);
				if (at !== undefined && thing !== null) openMenu(at, place.column, placeOf(thing));
			},
		});
	const onMouseDown = (event: MouseEvent) => {
		if (event.button !== 0 || !(event.target instanceof Element)) return;
		const n = event.target.closest<HTMLElement>('[data-n]')?.dataset.n;
		if (n === undefined) return;
		const to = Number(n);
		useLogPlace.setState({ column: undefined });
		if (event.shiftKey) {
			// The browser would select text.
			event.preventDefault();
			grid.current?.focus();
			pickTo(view.capture, to, at, event.ctrlKey || event.metaKey);
		} else if (event.ctrlKey || event.metaKey) pickToggled(view.capture, to, at);
		else pickOnly(view.capture, to);
		pointAt(to);
		const row = rowSource.row(to);
		if (row !== undefined && !event.shiftKey) messageClicked(row);
	};
	const onContextMenu = (event: MouseEvent) => {
		if (!(event.target instanceof Element)) return;
		event.preventDefault();
		const cell = event.target.closest<HTMLElement>('[data-column]');
		const n = event.target.closest<HTMLElement>('[data-n]')?.dataset.n;
		grid.current?.focus();
		if (n !== undefined) {
			openMenu(Number(n), columnOf(cell?.dataset.column), menuPlace(event));
		} else if (at !== undefined) {
			const thing = cursorElement(at, place.column);
			if (thing !== null) openMenu(at, place.column, placeOf(thing));
		}
	};

	const active = at !== undefined && at >= view.base + first && at < view.base + end && isCursor(at);
	const cell = active && rowSource.row(at) !== undefined ? place.column : undefined;
	return (
		<>
			<LogTail first={first} end={end} fits={Math.ceil(geometry.viewport / rowHeight)} />
			<VirtualGrid
				role="grid"
				viewportRef={grid}
				scroll={scroll}
				head={<LogHead look={look} />}
				width={look.layout.width}
				rowsClass="log-rows"
				className="log-grid"
				aria-label={words.log.grid}
				aria-rowcount={count + 1}
				aria-colcount={look.layout.names.length}
				aria-multiselectable="true"
				{...(active ? { 'aria-activedescendant': rowId(at, cell) } : {})}
				onKeyDown={onKeyDown}
				onMouseDown={onMouseDown}
				onContextMenu={onContextMenu}
				row={(index, y, slot) => {
					const n = view.base + index;
					const row = rowSource.row(n);
					return (
						<LogRow
							key={slot}
							n={n}
							row={row}
							mark={row === undefined ? undefined : marks.get(markKey(placeOfRow(row)))}
							within={row === undefined || row.message !== undefined ? undefined : within.get(row.n)}
							before={n <= view.gone ? undefined : rowSource.row(n - 1)?.time}
							begin={look.time === 'relative' ? begin : undefined}
							look={look}
							words={words}
							charset={row === undefined ? 'utf-8' : charsetOf(row)}
							index={index + 2}
							y={y}
							selected={isSelected(n)}
							cursor={active && n === at}
							cell={n === at ? cell : undefined}
							marked={connection !== undefined && row?.connection === connection}
							colour={row?.colour === undefined ? undefined : colours[row.colour]?.colour}
						/>
					);
				}}
			/>
		</>
	);
}

interface LogTailProps {
	/** Visible rows [first, end), counted from the first listed one, and how many fit. */
	readonly first: number;
	readonly end: number;
	readonly fits: number;
}

const storedRows = { total: () => useLogView.getState().stored, subscribe: useLogView.subscribe };

/** Loads the rows. On its own, as the number of stored rows changes more often than the listed ones. */
function LogTail({ first, end, fits }: LogTailProps) {
	const view = useListedView();
	const following = view.following && view.pausedAt === undefined;
	const pace = useRefreshPace();
	useTail({
		source: rowSource,
		base: Math.max(view.gone, view.base - 1),
		total: usePacedTotal({ growing: storedRows, pace, fits, following }),
		listed: view.end,
		following,
		pace,
		first: view.base + first,
		end: view.base + end,
		fits,
		onArrived: (arrived) => changeView((now) => withArrived(now, arrived)),
	});
	return null;
}

/** The element of the keyboard cursor. */
function cursorElement(at: number, column: ColumnName | undefined): HTMLElement | null {
	return document.getElementById(rowId(at, column)) ?? document.getElementById(rowId(at));
}

function columnOf(name: string | undefined): ColumnName | undefined {
	return name !== undefined && isColumn(name) ? name : undefined;
}
