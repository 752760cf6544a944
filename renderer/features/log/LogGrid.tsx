// biome-ignore-all lint/a11y/useSemanticElements: a table cannot have a scrolling, virtualised body
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and references its rows with aria-activedescendant
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef } from 'react';
import { useFilter } from '../../app/state/capture/filter.ts';
import { toggleMark, useMarks } from '../../app/state/capture/marks.ts';
import { editNote } from '../../app/state/capture/note-draft.ts';
import { requestFocus, useTakeFocus } from '../../app/state/window/focus.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { selectionAfterKey } from '../../virtual/list-keys.ts';
import { rowsPerPage } from '../../virtual/scroll-map.ts';
import { useVirtualScroll } from '../../virtual/use-virtual-scroll.ts';
import { LogHead } from './LogHead.tsx';
import { LogRow, rowId } from './LogRow.tsx';
import { selectAt, useLogPlace } from './place.ts';
import { rowSource } from './rows.ts';
import { changeView, useLogView } from './store.ts';
import { useRows } from './use-rows.ts';
import { useSeen } from './use-seen.ts';
import { withFollowing } from './view.ts';

/** px; the same as --row. */
const ROW = 22;
/** Height of the column names and the line under them, px. */
const HEAD = 23;
/** Rows are positioned relative to a multiple of this, so that pixel values stay small in long lists. */
const ORIGIN_STEP = 4096;

/** The rows: only the visible ones are in the page. */
export function LogGrid() {
	const view = useLogView();
	const selected = useSelection((selection) => selection.event);
	const filtered = useFilter((filter) => filter.applied !== '');
	const marks = useMarks((state) => state.marks);
	const place = useLogPlace();
	const connection = useSelection((selection) => selection.connection);
	const count = view.end - view.base;
	const pinned = view.following && view.pausedAt === undefined;
	const onUserScroll = useCallback(({ up, atEnd }: { up: boolean; atEnd: boolean }) => {
		if (up) changeView((now) => withFollowing(now, false));
		else if (atEnd) changeView((now) => withFollowing(now, true));
	}, []);
	const grid = useRef<HTMLDivElement | null>(null);
	const scroll = useVirtualScroll({
		count,
		base: view.base,
		list: view.capture,
		rowHeight: ROW,
		inset: HEAD,
		pinned,
		viewportRef: grid,
		onUserScroll,
	});
	const { first, end, top, geometry } = scroll;
	useRows(view.base + first, view.base + end, Math.ceil(geometry.viewport / ROW));
	useSeen(view.base + Math.floor((top + geometry.viewport) / ROW), view.end);

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
		if (n !== undefined) select(Number(n));
	};

	const origin = Math.floor(first / ORIGIN_STEP) * ORIGIN_STEP;
	const slots = Math.ceil(geometry.viewport / ROW) + 2;
	const active = at !== undefined && at >= view.base + first && at < view.base + end && isSelected(at);
	return (
		<div
			role="grid"
			ref={grid}
			className="log-grid"
			aria-label="Traffic log"
			aria-rowcount={count + 1}
			aria-colcount={8}
			data-pane-focus=""
			tabIndex={0}
			{...(active ? { 'aria-activedescendant': rowId(at) } : {})}
			onKeyDown={onKeyDown}
			onMouseDown={onMouseDown}
		>
			<LogHead />
			<div style={{ height: scroll.spacer }} role="presentation">
				<div className="log-layer" style={{ height: geometry.viewport }} role="presentation">
					<div className="log-rows" style={{ transform: `translateY(${origin * ROW - top}px)` }} role="rowgroup">
						{Array.from({ length: end - first }, (_, i) => {
							const n = view.base + first + i;
							const row = rowSource.row(n);
							return (
								<LogRow
									key={n % slots}
									n={n}
									row={row}
									mark={row === undefined ? undefined : marks.get(row.n)}
									before={n <= view.gone ? undefined : rowSource.row(n - 1)?.time}
									index={first + i + 2}
									y={(first + i - origin) * ROW}
									selected={isSelected(n)}
									marked={connection !== undefined && row?.connection === connection}
								/>
							);
						})}
					</div>
				</div>
			</div>
		</div>
	);
}
