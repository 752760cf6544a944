// biome-ignore-all lint/a11y/useFocusableInteractive: the list keeps the focus and references its rows with aria-activedescendant
import {
	type KeyboardEvent,
	type MouseEvent,
	type RefObject,
	useCallback,
	useEffect,
	useMemo,
	useRef,
	useState,
} from 'react';
import { isMenuKey, type MenuPlace, menuPlace, placeOf } from '../../app/state/window/context-menu.ts';
import { requestFocus, useTakeFocus } from '../../app/state/window/focus.ts';
import { useByteRowHeight } from '../../app/state/window/fonts.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { selectionAfterKey } from '../../virtual/list-keys.ts';
import { rowsPerPage } from '../../virtual/scroll-map.ts';
import { useTail } from '../../virtual/use-tail.ts';
import { useVirtualScroll } from '../../virtual/use-virtual-scroll.ts';
import { VirtualGrid } from '../../virtual/VirtualGrid.tsx';
import { useWords, words } from '../../words/index.ts';
import { BoundaryRow } from './BoundaryRow.tsx';
import { DialogueRow } from './DialogueRow.tsx';
import { copySelected } from './state/copy.ts';
import { selectEvent } from './state/follow-selection.ts';
import { useCurrent, useSoughtNow } from './state/lit.ts';
import { useConversation } from './state/store.ts';
import { useShown } from './state/use-shown.ts';
import type { Stream } from './state/use-stream.ts';
import { type Seen, useTarget } from './state/use-target.ts';

export interface StreamViewProps {
	readonly stream: Stream;
	readonly grid: RefObject<HTMLDivElement | null>;
}

/** The lines of a conversation: only the visible ones are in the page. */
export function StreamView({ stream, grid }: StreamViewProps) {
	const { source, layout } = stream;
	const texts = useWords().conversation;
	const rowHeight = useByteRowHeight();
	const following = useConversation((view) => view.following);
	const decoded = useConversation((view) => view.decoded);
	const current = useCurrent();
	const sought = useSoughtNow();
	/** Changes with what the lines show: a message may end without another line. */
	const revision = useMemo(() => ({ state: stream.state, sought }), [stream.state, sought]);
	const anchor = useConversation((view) => view.anchor);
	const selected = useSelection((selection) => selection.event);
	/** The line with the keyboard cursor. */
	const [at, setAt] = useState<number>();
	const [count, setCount] = useShown(stream, following);
	const scroll = useVirtualScroll({
		count,
		rowHeight,
		pinned: following,
		viewportRef: grid,
		onFollow: (following) => useConversation.setState({ following }),
	});
	const { first, end, geometry, reveal } = scroll;
	useTail({
		source,
		base: 0,
		total: stream.state?.lines ?? 0,
		listed: count,
		following,
		first,
		end,
		fits: Math.ceil(geometry.viewport / rowHeight),
		revision,
		onArrived: setCount,
	});
	const arrive = useCallback(
		(line: number) => {
			setAt(line);
			reveal(line);
		},
		[reveal],
	);
	const seen = useRef<Seen>(undefined);
	const arrived = useTarget(stream, seen, arrive);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the lines have changed
	useEffect(() => setAt(undefined), [source]);
	useEffect(() => {
		// The old source still has to resolve the position.
		if (arrived.current?.source !== source) return;
		const line = source.line(Math.min(first + 1, Math.max(first, end - 1)));
		if (line !== undefined) seen.current = { n: line.n, offset: 'offset' in line ? line.offset : 0 };
	});
	useTakeFocus(
		'log',
		useCallback(() => grid.current?.focus(), [grid]),
	);

	/** The selected events. */
	const [from, to] = [Math.min(anchor ?? selected ?? -1, selected ?? -1), Math.max(anchor ?? -1, selected ?? -1)];
	const select = (line: number, extend: boolean) => {
		setAt(line);
		const n = source.line(line)?.n;
		if (n !== undefined) selectEvent(n, extend);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const command = event.ctrlKey || event.metaKey;
		if (event.altKey) return;
		if (command && event.key.toLowerCase() === 'c') {
			if (!(document.getSelection()?.isCollapsed ?? true)) return;
			copySelected(layout.form);
		} else if (command) return;
		else if (isMenuKey(event)) openMenuByKey();
		else if (event.key === 'Enter') {
			if (at !== undefined) select(at, false);
			requestFocus('inspector');
		} else if (event.key === 'Escape') useSelection.getState().selectEvent(undefined);
		else {
			const next = selectionAfterKey(event.key, at, {
				base: 0,
				end: count,
				page: rowsPerPage(geometry),
				first,
				last: end - 1,
			});
			if (next === undefined) return;
			select(next, event.shiftKey);
			useConversation.setState({ following: event.key === 'End' });
			scroll.reveal(next);
		}
		event.preventDefault();
	};
	const openMenu = (line: number, place: MenuPlace) => {
		const n = source.line(line)?.n;
		if (n === undefined) return;
		const isWithin = n >= from && n <= to;
		if (!isWithin) select(line, false);
		import('./line-menu.ts')
			.then(({ openLineMenu }) => openLineMenu(n, isWithin && from < to, place))
			.catch((error: unknown) => toastError(words().captureActions.eventUnread, error));
	};
	const onContextMenu = (event: MouseEvent) => {
		const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
		if (line === null) return;
		event.preventDefault();
		grid.current?.focus();
		openMenu(Number(line.dataset.line), menuPlace(event));
	};
	const openMenuByKey = () => {
		const line = at === undefined ? null : document.getElementById(`talk-line-${at}`);
		if (at !== undefined && line !== null) openMenu(at, placeOf(line));
	};
	const onClick = (event: MouseEvent) => {
		// Keep text that was selected with the mouse.
		if (!(document.getSelection()?.isCollapsed ?? true) && !event.shiftKey) return;
		if (!(event.target instanceof Element)) return;
		const line = event.target.closest<HTMLElement>('[data-line]')?.dataset.line;
		if (line === undefined) return;
		if (Number(line) < count - 1) useConversation.setState({ following: false });
		select(Number(line), event.shiftKey);
	};

	const active = at !== undefined && at >= first && at < end;
	return (
		<VirtualGrid
			role="listbox"
			viewportRef={grid}
			scroll={scroll}
			className="talk"
			aria-label={layout.type === 'dialogue' ? texts.title : texts.cutTitle}
			{...(active ? { 'aria-activedescendant': `talk-line-${at}` } : {})}
			onKeyDown={onKeyDown}
			onClick={onClick}
			onContextMenu={onContextMenu}
			row={(index, y) => {
				const line = source.line(index);
				const isSelected = line !== undefined && line.n >= from && line.n <= to;
				return (
					<div
						key={index}
						role="option"
						id={`talk-line-${index}`}
						className={index === at ? 'talk-line talk-at' : 'talk-line'}
						aria-selected={isSelected}
						aria-posinset={index + 1}
						aria-setsize={count}
						data-line={index}
						style={{ top: y }}
					>
						{line === undefined ? (
							<span className="talk-loading">…</span>
						) : line.type === 'slice' || (line.type === 'event' && layout.type === 'boundaries') ? (
							<BoundaryRow
								line={line}
								message={source.message(index)}
								layout={layout}
								current={current}
								decoded={decoded}
							/>
						) : (
							<DialogueRow line={line} layout={layout} current={current} decoded={decoded} />
						)}
					</div>
				);
			}}
		/>
	);
}
