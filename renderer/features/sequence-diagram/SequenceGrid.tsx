// biome-ignore-all lint/a11y/useSemanticElements: a table cannot have a scrolling, virtualised body
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and references its rows with aria-activedescendant
import { type KeyboardEvent, type MouseEvent, useCallback, useRef } from 'react';
import { requestFocus } from '../../app/state/window/focus.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { selectionAfterKey } from '../../virtual/list-keys.ts';
import { rowsPerPage } from '../../virtual/scroll-map.ts';
import { useVirtualScroll } from '../../virtual/use-virtual-scroll.ts';
import { columnCentre, columnWidth, GUTTER } from './layout.ts';
import { SequenceRow, sequenceRowId } from './SequenceRow.tsx';
import { selectAt, sequenceRows, setFollowing, useSequence } from './store.ts';
import { useElementWidth } from './use-element-width.ts';
import { usePlace } from './use-place.ts';
import { useTail } from './use-tail.ts';

/** px */
const ROW = 34;
const HEAD = 41;
/** Rows are positioned relative to a multiple of this, so that pixel values stay small in long lists. */
const ORIGIN_STEP = 4096;

/** The diagram itself: only the visible rows are in the page. */
export function SequenceGrid() {
	const { parties, chosen, state, end: listed, following, at } = useSequence();
	/** The first row whose event still exists. */
	const base = Math.min(state?.gone ?? 0, listed);
	const count = listed - base;
	const event = useSelection((selection) => selection.event);
	const grid = useRef<HTMLDivElement | null>(null);
	const width = useElementWidth(grid);
	const onUserScroll = useCallback(({ up, atEnd }: { up: boolean; atEnd: boolean }) => {
		if (up) setFollowing(false);
		else if (atEnd) setFollowing(true);
	}, []);
	const scroll = useVirtualScroll({
		count,
		rowHeight: ROW,
		inset: HEAD,
		pinned: following,
		viewportRef: grid,
		onUserScroll,
	});
	const { top, geometry } = scroll;
	const first = base + scroll.first;
	const end = base + scroll.end;
	const reveal = useCallback((index: number) => scroll.reveal(Math.max(0, index - base)), [scroll.reveal, base]);
	useTail(first, end, Math.ceil(geometry.viewport / ROW));
	usePlace(reveal);

	const select = (index: number) => {
		if (index < listed - 1) setFollowing(false);
		selectAt(index);
		reveal(index);
	};
	const onKeyDown = (key: KeyboardEvent) => {
		if (key.ctrlKey || key.metaKey || key.altKey) return;
		if (key.key === 'Enter' && event !== undefined) requestFocus('inspector');
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

	const columns = parties.columns.length;
	const column = columnWidth(width, columns);
	const whole = Math.max(width, GUTTER + column * columns);
	const origin = Math.floor(scroll.first / ORIGIN_STEP) * ORIGIN_STEP;
	const slots = Math.ceil(geometry.viewport / ROW) + 2;
	const tcp = new Set(chosen?.connections.filter(({ protocol }) => protocol === 'tcp').map(({ id }) => id));
	const active = at !== undefined && at >= first && at < end && sequenceRows.row(at)?.n === event;
	return (
		<div
			role="grid"
			ref={grid}
			className="sequence-grid"
			aria-label="Sequence diagram"
			aria-rowcount={count}
			aria-colcount={2}
			data-pane-focus=""
			tabIndex={0}
			{...(active ? { 'aria-activedescendant': sequenceRowId(at) } : {})}
			onKeyDown={onKeyDown}
			onMouseDown={onMouseDown}
		>
			<div className="sequence-head" style={{ width: whole }} role="presentation">
				{parties.columns.map(({ address, endpoint }, i) => (
					<span
						key={address}
						className={endpoint === undefined ? 'sequence-party' : 'sequence-party sequence-party-ours'}
						style={{ left: columnCentre(column, i) - column / 2 + 4, width: column - 8 }}
						title={endpoint === undefined ? address : `${endpoint}, ${address}`}
					>
						<b>{endpoint ?? 'peer'}</b>
						<span>{address}</span>
					</span>
				))}
			</div>
			<div style={{ height: scroll.spacer, width: whole }} role="presentation">
				<div className="sequence-layer" style={{ height: geometry.viewport, width: whole }} role="presentation">
					{parties.columns.map(({ address }, i) => (
						<span key={address} className="sequence-life" style={{ left: columnCentre(column, i) }} />
					))}
					<div className="sequence-rows" style={{ transform: `translateY(${origin * ROW - top}px)` }} role="rowgroup">
						{Array.from({ length: end - first }, (_, i) => {
							const index = first + i;
							const row = sequenceRows.row(index);
							return (
								<SequenceRow
									key={index % slots}
									index={index}
									row={row}
									before={index === base ? undefined : sequenceRows.row(index - 1)?.time}
									ends={row && parties.ends.get(row.connection)}
									tcp={row !== undefined && tcp.has(row.connection)}
									column={column}
									y={(index - base - origin) * ROW}
									selected={row !== undefined && row.n === event}
								/>
							);
						})}
					</div>
				</div>
			</div>
		</div>
	);
}
