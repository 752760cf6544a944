import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef } from 'react';
import { useColours } from '../../app/state/capture/colours.ts';
import { compareSelected, messageClicked } from '../../app/state/capture/compare.ts';
import { useFilter } from '../../app/state/capture/filter.ts';
import { toggleMark, useMarks } from '../../app/state/capture/marks.ts';
import { editNote } from '../../app/state/capture/note-draft.ts';
import { requestFocus, useTakeFocus } from '../../app/state/window/focus.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { selectionAfterKey } from '../../virtual/list-keys.ts';
import { rowsPerPage } from '../../virtual/scroll-map.ts';
import { useTail } from '../../virtual/use-tail.ts';
import { useVirtualScroll } from '../../virtual/use-virtual-scroll.ts';
import { VirtualGrid } from '../../virtual/VirtualGrid.tsx';
import { LogHead } from './LogHead.tsx';
import { LogRow, rowId } from './LogRow.tsx';
import { selectAt, useLogPlace } from './place.ts';
import { rowSource } from './rows.ts';
import { changeView, useLogView } from './store.ts';
import { useRestoredRow } from './use-restored-row.ts';
import { useSeen } from './use-seen.ts';
import { withArrived, withFollowing } from './view.ts';

/** px; the same as --row. */
const ROW = 22;
/** Height of the column names and the line under them, px. */
const HEAD = 23;
/** The rows: only the visible ones are in the page. */
export function LogGrid() {
	const view = useLogView();
	const selected = useSelection((selection) => selection.event);
	const filtered = useFilter((filter) => filter.applied !== '');
	const marks = useMarks((state) => state.marks);
	const colours = useColours(({ usable }) => usable);
	const place = useLogPlace();
	const connection = useSelection((selection) => selection.connection);
	const count = view.end - view.base;
	const pinned = view.following && view.pausedAt === undefined;
	const grid = useRef<HTMLDivElement | null>(null);
	const scroll = useVirtualScroll({
		count,
		base: view.base,
		list: view.capture,
		rowHeight: ROW,
		inset: HEAD,
		pinned,
		viewportRef: grid,
		onFollow: (following) => changeView((now) => withFollowing(now, following)),
	});
	const { first, end, top, geometry } = scroll;
	useTail({
		source: rowSource,
		base: Math.max(view.gone, view.base - 1),
		total: view.stored,
		listed: view.end,
		following: pinned,
		first: view.base + first,
		end: view.base + end,
		fits: Math.ceil(geometry.viewport / ROW),
		onArrived: (arrived) => changeView((now) => withArrived(now, arrived)),
	});
	useSeen(view.base + Math.floor((top + geometry.viewport) / ROW), view.end);

	const { scrollToTop } = scroll;
	useRestoredRow(
		view,
		pinned ? undefined : view.base + first,
		useCallback((index: number) => scrollToTop(index * ROW), [scrollToTop]),
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

	const select = (n: number) => {
		if (n < view.end - 1) changeView((now) => withFollowing(now, false));
		selectAt(n);
	};
	/** The row with the keyboard cursor. */
	const at = filtered ? place.index : selected;
	const isSelected = (n: number) => selected !== undefined && (filtered ? rowSource.row(n)?.n : n) === selected;
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		if (event.key === 'Enter' && selected !== undefined) requestFocus('inspector');
		else if (event.key.toLowerCase() === 'm' && selected !== undefined) toggleMark(selected);
		else if (event.key.toLowerCase() === 'c' && selected !== undefined) void compareSelected();
		else if (event.key.toLowerCase() === 'n' && selected !== undefined) editNote(selected);
		else if (event.key === 'Escape') useSelection.getState().selectEvent(undefined);
		else {
			const page = rowsPerPage(geometry);
			const last = view.base + Math.max(first, end - 1);
			const range = { base: view.base, end: view.end, page, first: view.base + first, last };
			const next = selectionAfterKey(event.key, at, range);
			if (next === undefined) return;
			select(next);
			if (event.key === 'End') changeView((now) => withFollowing(now, true));
			scroll.reveal(next - view.base);
		}
		event.preventDefault();
	};
	const onMouseDown = (event: MouseEvent) => {
		if (event.button !== 0 || !(event.target instanceof Element)) return;
		const n = event.target.closest<HTMLElement>('[data-n]')?.dataset.n;
		if (n === undefined) return;
		select(Number(n));
		const row = rowSource.row(Number(n));
		if (row !== undefined) messageClicked(row);
	};

	const active = at !== undefined && at >= view.base + first && at < view.base + end && isSelected(at);
	return (
		<VirtualGrid
			role="grid"
			viewportRef={grid}
			scroll={scroll}
			head={<LogHead />}
			rowsClass="log-rows"
			className="log-grid"
			aria-label="Traffic log"
			aria-rowcount={count + 1}
			aria-colcount={8}
			{...(active ? { 'aria-activedescendant': rowId(at) } : {})}
			onKeyDown={onKeyDown}
			onMouseDown={onMouseDown}
			row={(index, y, slots) => {
				const n = view.base + index;
				const row = rowSource.row(n);
				return (
					<LogRow
						key={n % slots}
						n={n}
						row={row}
						mark={row === undefined ? undefined : marks.get(row.n)}
						before={n <= view.gone ? undefined : rowSource.row(n - 1)?.time}
						index={index + 2}
						y={y}
						selected={isSelected(n)}
						marked={connection !== undefined && row?.connection === connection}
						colour={row?.colour === undefined ? undefined : colours[row.colour]?.colour}
					/>
				);
			}}
		/>
	);
}
