// biome-ignore-all lint/a11y/useFocusableInteractive: the list keeps the focus and references its rows with aria-activedescendant

import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { BLOCKING_MODES } from '../../../../common/calls/call.ts';
import { CALL_LANGUAGES, LANGUAGE_NAMES, spellCall } from '../../../../common/calls/spell/index.ts';
import type { CallList } from '../../../../common/contract/calls/socket-calls.ts';
import type { Connecting } from '../../../../common/contract/calls/workbench.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { selectionAfterKey } from '../../../virtual/list-keys.ts';
import { rowsPerPage } from '../../../virtual/scroll-map.ts';
import { useTail } from '../../../virtual/use-tail.ts';
import { useVirtualScroll } from '../../../virtual/use-virtual-scroll.ts';
import { VirtualGrid } from '../../../virtual/VirtualGrid.tsx';
import { dialogWords, useDialogWords } from '../../../words/dialogs.ts';
import { ExplainedSegmented } from '../../shared/explain/ExplainedSegmented.tsx';
import { requestFocus } from '../../state/window/focus.ts';
import { useByteRowHeight } from '../../state/window/fonts.ts';
import { useSelection } from '../../state/window/selection.ts';
import { toast, toastError } from '../../state/window/toasts.ts';
import { writeClipboard } from '../clipboard.ts';
import { CallRow, callRowId } from './CallRow.tsx';
import { useConnecting } from './connecting.ts';
import { useCallStyle } from './store.ts';
import { useCallPlace } from './use-call-place.ts';
import { type Calls, useCalls } from './use-calls.ts';
import { WaitingLine } from './WaitingLine.tsx';
import './calls.css';

interface CallsViewProps {
	readonly of: CallList['of'];
	/** Of the list, for screen readers. */
	readonly label: string;
	/** What happens here happens now: a stopped endpoint and a stored capture wait for nothing. */
	readonly live: boolean;
}

/** The socket calls of a connection or an endpoint: the selected event's are lit, and a selected call selects its event. */
export default function CallsView({ of, label, live }: CallsViewProps) {
	const { socketCalls: words } = useDialogWords();
	const { language, mode } = useCallStyle();
	const calls = useCalls({ of, mode });
	return (
		<div className="calls">
			<div className="calls-head">
				<div className="calls-about">
					<b>{words.title}</b>
					<span>{words.engine}</span>
				</div>
				<Segmented
					label={words.language}
					value={language}
					segments={CALL_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
					onChange={(value) => useCallStyle.setState({ language: value })}
				/>
				<ExplainedSegmented
					label={words.mode}
					explains="views.calls"
					value={mode}
					segments={BLOCKING_MODES.map((value) => ({ value, label: words.modes[value] }))}
					onChange={(value) => useCallStyle.setState({ mode: value })}
				/>
			</div>
			{calls === undefined ? <div className="calls-list" /> : <CallsBody calls={calls} label={label} live={live} />}
		</div>
	);
}

interface CallsBodyProps {
	readonly calls: Calls;
	readonly label: string;
	readonly live: boolean;
}

function CallsBody({ calls, label, live }: CallsBodyProps) {
	const { socketCalls: words } = useDialogWords();
	const { source, state, error, list } = calls;
	const connecting = useConnecting(list.of);
	useSyncExternalStore(source.subscribe, source.version);
	const failure = error ?? state?.error ?? source.failure();
	const isEmpty = state !== undefined && state.calls === 0 && state.scanned >= state.stored;
	return (
		<>
			{failure === undefined ? null : (
				<div className="calls-fault" role="alert">
					<span>{words.unread(failure.message)}</span>
					<Button onClick={() => source.retry()}>{words.tryAgain}</Button>
				</div>
			)}
			{state?.limited ? <div className="calls-fault">{words.limited}</div> : null}
			{isEmpty ? (
				<>
					<div className="calls-list calls-empty">
						<EmptyState title={words.empty.title}>{words.empty.text}</EmptyState>
					</div>
					{connecting.length === 0 ? null : (
						<div className="calls-foot">
							<WaitingLine connecting={connecting} state={undefined} />
						</div>
					)}
				</>
			) : (
				<CallsGrid calls={calls} label={label} live={live} connecting={connecting} />
			)}
		</>
	);
}

interface CallsGridProps extends CallsBodyProps {
	readonly connecting: readonly Connecting[];
}

function CallsGrid({ calls, label, live, connecting }: CallsGridProps) {
	const { socketCalls: words } = useDialogWords();
	const { source, state } = calls;
	const language = useCallStyle((style) => style.language);
	const rowHeight = useByteRowHeight();
	const selected = useSelection((selection) => selection.event);
	const [following, setFollowing] = useState(selected === undefined);
	/** The row with the keyboard cursor. */
	const [at, setAt] = useState<number>();
	const [arrived, setArrived] = useState({ source, count: 0 });
	const total = state?.calls ?? 0;
	const listed = arrived.source === source ? Math.min(arrived.count, total) : 0;
	const count = following ? listed : total;
	const grid = useRef<HTMLDivElement | null>(null);
	const scroll = useVirtualScroll({ count, rowHeight, pinned: following, viewportRef: grid, onFollow: setFollowing });
	const { first, end, geometry, reveal } = scroll;
	useTail({
		source,
		base: 0,
		total,
		listed: count,
		following,
		first,
		end,
		fits: Math.ceil(geometry.viewport / rowHeight),
		onArrived: (shown) => setArrived({ source, count: shown }),
	});
	const place = useCallPlace(calls, selected);
	/** The event that was selected here is visible already. */
	const own = useRef<number>(undefined);
	useEffect(() => {
		if (place === undefined || own.current === place.n) return;
		setFollowing(false);
		setAt(place.count === 0 ? undefined : place.index);
		reveal(Math.max(0, place.index + Math.max(0, place.count - 1)));
		reveal(place.index);
	}, [place, reveal]);

	const select = (index: number) => {
		setAt(index);
		const n = source.call(index)?.n;
		if (n === undefined) return;
		own.current = n;
		if (n !== useSelection.getState().event) useSelection.getState().selectEvent(n);
	};
	const copy = () => {
		const lines: string[] = [];
		for (let i = place?.index ?? 0; place !== undefined && i < place.index + place.count; i++) {
			const call = source.call(i)?.call;
			if (call !== undefined) lines.push(spellCall(call, language).code);
		}
		if (lines.length === 0) return;
		const { copied, notCopied } = dialogWords().socketCalls;
		writeClipboard(lines.join('\n')).then(
			() => toast({ tone: 'info', title: copied(lines.length) }),
			(reason: unknown) => toastError(notCopied, reason),
		);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const command = event.ctrlKey || event.metaKey;
		if (event.altKey) return;
		if (command && event.key.toLowerCase() === 'c') {
			if (!(document.getSelection()?.isCollapsed ?? true)) return;
			copy();
		} else if (command) return;
		else if (event.key === 'Escape') requestFocus('log');
		else {
			const range = { base: 0, end: count, page: rowsPerPage(geometry), first, last: Math.max(first, end - 1) };
			const next = selectionAfterKey(event.key, at, range);
			if (next === undefined) return;
			select(next);
			setFollowing(event.key === 'End');
			reveal(next);
		}
		event.preventDefault();
		event.stopPropagation();
	};
	const onClick = ({ target }: MouseEvent) => {
		if (!(document.getSelection()?.isCollapsed ?? true) || !(target instanceof Element)) return;
		const index = target.closest<HTMLElement>('[data-call]')?.dataset.call;
		if (index === undefined) return;
		if (Number(index) < count - 1) setFollowing(false);
		select(Number(index));
	};
	const active = at !== undefined && at >= first && at < end;
	return (
		<>
			<VirtualGrid
				role="listbox"
				viewportRef={grid}
				scroll={scroll}
				className="calls-list"
				aria-label={label}
				data-pane-focus
				{...(active ? { 'aria-activedescendant': callRowId(at) } : {})}
				onKeyDown={onKeyDown}
				onClick={onClick}
				row={(index, y) => (
					<CallRow
						key={index}
						index={index}
						listed={source.call(index)}
						before={index === 0 ? undefined : source.call(index - 1)?.n}
						language={language}
						y={y}
						count={count}
						cursor={index === at}
						selected={source.call(index)?.n === selected}
					/>
				)}
			/>
			<div className="calls-foot">
				<span className="calls-note" role="status">
					{place?.count === 0 ? words.none(place.n + 1) : words.number(total)}
				</span>
				{(live && state !== undefined) || connecting.length > 0 ? (
					<WaitingLine connecting={connecting} state={live ? state : undefined} />
				) : null}
			</div>
		</>
	);
}
