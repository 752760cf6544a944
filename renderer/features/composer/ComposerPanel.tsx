import { ChevronDown, ChevronUp, SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isClient, isDatagram, isProxy } from '../../../common/endpoints/index.ts';
import type { SavedPayload } from '../../../common/payload/saved.ts';
import { stopLast, useSendings } from '../../app/state/endpoints/sendings.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { useTakeFocus } from '../../app/state/window/focus.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { replaceText, useKeptText } from '../../ui/kept-text.ts';
import { shownOffset, toShown } from '../../ui/shown-text.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { keepsLineEnds } from '../../ui/WrittenField.tsx';
import { ChecksumRow } from './ChecksumRow.tsx';
import { ComposerBar } from './ComposerBar.tsx';
import { ConnectionsRow } from './ConnectionsRow.tsx';
import { chosenOf, usePicked } from './chosen.ts';
import { DestinationField } from './DestinationField.tsx';
import { recognised } from './draft/recognised.ts';
import { FileRow } from './FileRow.tsx';
import { HistoryRow } from './history/HistoryRow.tsx';
import { LineEndMarks } from './line-ends/LineEndMarks.tsx';
import { LineEndsRow } from './line-ends/LineEndsRow.tsx';
import { withLineEnds } from './line-ends/line-ends.ts';
import { openAddress } from './open-address.ts';
import type { Place } from './outgoing.ts';
import { PayloadStrip } from './payloads/PayloadStrip.tsx';
import { draftOfPayload } from './payloads/payload-draft.ts';
import { SaveRow } from './payloads/SaveRow.tsx';
import { usePayloadKeys } from './payloads/use-payload-keys.ts';
import { RepeatRow } from './RepeatRow.tsx';
import { StatusLine } from './StatusLine.tsx';
import { repeat, send } from './send.ts';
import { sendFile } from './send-file.ts';
import {
	changeDraft,
	chooseFormat,
	draftKey,
	draftOf,
	followWindow,
	keepError,
	takeEntry,
	toggleExtra,
	useComposer,
} from './store.ts';
import { TargetField } from './TargetField.tsx';
import { charsetOfTarget } from './to/targets.ts';
import { useHistoryKeys } from './use-history-keys.ts';
import { useKeyboardWithin } from './use-keyboard-within.ts';
import { encodeDraft, useAround, useEncoded, usePlace } from './use-message.ts';
import './composer.css';
import { useWords } from '../../words/index.ts';

/** Where messages are written and sent: one line, until it has the keyboard or holds more. */
export function ComposerPanel() {
	const text = useWords().composer;
	useEffect(followWindow, []);
	const target = useComposer((composer) => composer.target);
	const typed = useComposer((composer) => composer.typed);
	const draft = useComposer(draftOf);
	const charset = useWorkbench(({ endpoints }) => charsetOfTarget(target, endpoints));
	const read = useMemo(() => recognised(draft, charset), [draft, charset]);
	const key = draftKey(target);
	const error = useComposer((composer) => composer.errors[key]);
	const kind = useWorkbench((workbench) => workbench.endpoints.get(target?.endpoint ?? '')?.config.kind);
	const extra = useComposer((composer) => composer.extra);
	const edited = useComposer((composer) => composer.edited);
	const pinned = useComposer((composer) => composer.pinned);
	const sending = useSendings(({ list }) => list.length > 0);
	const picked = usePicked(target?.endpoint).length;
	const toEndpoint = kind !== undefined && !isProxy(kind) && target !== undefined && target.connection === undefined;
	const several = toEndpoint && !isClient(kind);
	const around = useAround(target);
	const encoded = useEncoded(read, around);
	const place = usePlace(target, draft.to, typed);
	const [nudged, setNudged] = useState(false);
	const area = useRef<HTMLTextAreaElement>(null);
	const history = useHistoryKeys(read);
	const keyboard = useKeyboardWithin();
	const holds = draft.text !== '' || extra !== undefined || error !== undefined || sending;
	const unfolded = pinned || keyboard.within || holds;
	const { ref: keepText, ...kept } = useKeptText({
		value: draft.text,
		keepsEnds: keepsLineEnds(draft.format),
		onChange: (next) => {
			history.leave();
			setNudged(false);
			changeDraft({ text: next });
		},
	});
	const takeArea = useCallback(
		(element: HTMLTextAreaElement | null) => {
			area.current = element;
			return keepText(element);
		},
		[keepText],
	);
	useTakeFocus(
		'composer',
		useCallback(() => area.current?.focus(), []),
	);

	const empty = encoded.ok && encoded.bytes.length === 0 && !place.datagrams;
	const blocked = place.why !== undefined || !encoded.ok || empty;
	/** The destination; an address gets its endpoint first. Undefined where nothing can be sent: the error is kept. */
	const placeNow = async (): Promise<Place | undefined> => {
		const { address, host, port, path, why } = place;
		if (why !== undefined) return undefined;
		try {
			if (address !== undefined) return { target: await openAddress(address), chosen: [], to: undefined };
		} catch (reason) {
			keepError(draftKey(useComposer.getState().target), reason);
			return undefined;
		}
		if (target === undefined) return undefined;
		const to = host === undefined || port === undefined ? path : { host, port };
		return { target, chosen: chosenOf(target.endpoint), to };
	};
	const startRepeat = async (intervalMs: number, count: number) => {
		const now = encodeDraft(read, around);
		if (blocked || !now.ok) return;
		history.leave();
		const where = await placeNow();
		if (where !== undefined) await repeat(where, now, read, { intervalMs, count });
	};
	const submit = async () => {
		const now = encodeDraft(read, around);
		setNudged(now.ok && now.bytes.length === 0);
		if (blocked || !now.ok) return;
		const written = draft.text;
		history.leave();
		const element = area.current;
		const where = await placeNow();
		if (where === undefined) return;
		const taken = await send(where, now, read);
		// The sent text is selected: typing replaces it and Enter sends it again. Text typed meanwhile stays.
		if (taken && element?.value === toShown(written)) element.setSelectionRange(0, element.value.length);
	};
	const sendPayload = async (payload: SavedPayload) => {
		const saved = { ...draftOfPayload(payload), to: draft.to };
		const now = encodeDraft(saved, around);
		if (place.why !== undefined) keepError(key, new Error(text.notSent(payload.name, place.why)));
		else if (!now.ok) keepError(key, new Error(text.notSentFault(payload.name, now.message)));
		else {
			const where = await placeNow();
			if (where !== undefined) await send(where, now, saved);
		}
	};
	usePayloadKeys((payload) => void sendPayload(payload));
	const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'Enter' && !event.shiftKey && !event.altKey) void submit();
		else if (!history.onKey(event)) return;
		event.preventDefault();
	};
	/** With any focus in the composer. Code, not key: Alt changes the typed character on some systems. */
	const onAltKey = (event: KeyboardEvent) => {
		if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
		if (event.code === 'KeyH') chooseFormat(read.format === 'hex' ? 'text' : 'hex');
		else if (event.code === 'KeyR') toggleExtra('repeat');
		else if (event.code === 'Period') stopLast();
		else return;
		event.preventDefault();
	};
	const goTo = (position: number) => {
		area.current?.focus();
		const { length } = draft.text;
		area.current?.setSelectionRange(
			shownOffset(draft.text, position),
			shownOffset(draft.text, Math.min(position + 1, length)),
		);
	};

	return (
		<section
			className="composer"
			aria-label={text.title}
			onFocus={keyboard.onFocus}
			onBlur={keyboard.onBlur}
			onKeyDown={onAltKey}
		>
			{unfolded ? (
				<div className="composer-rest">
					<ComposerBar draft={read} picked={several ? picked : undefined} />
					{extra === 'connections' && several ? <ConnectionsRow endpoint={target.endpoint} /> : null}
					{extra === 'checksum' ? <ChecksumRow value={draft.checksum} /> : null}
					{extra === 'save' ? (
						<SaveRow
							key={JSON.stringify([edited?.folder, edited?.name])}
							draft={read}
							edited={edited}
							onDone={() => useComposer.setState({ extra: undefined, edited: undefined })}
						/>
					) : null}
					{extra === 'history' ? (
						<HistoryRow
							onChoose={(entry) => {
								history.leave();
								takeEntry(entry);
								useComposer.setState({ extra: undefined });
								area.current?.focus();
							}}
						/>
					) : null}
					{extra === 'repeat' ? <RepeatRow blocked={blocked} onStart={startRepeat} /> : null}
					{extra === 'file' ? (
						<FileRow
							blocked={place.why !== undefined}
							datagrams={place.datagrams}
							onSend={async (source, datagramBytes) => {
								const where = await placeNow();
								if (where !== undefined) await sendFile(where, source, datagramBytes);
							}}
						/>
					) : null}
					<PayloadStrip
						onSend={(payload) => void sendPayload(payload)}
						onTake={(payload) => {
							const { to: _mine, ...taken } = draftOfPayload(payload);
							history.leave();
							changeDraft(taken);
							area.current?.focus();
						}}
						onEdit={(payload) => useComposer.setState({ extra: 'save', edited: payload })}
						onCode={(payload) =>
							openDialog({ kind: 'code', source: { of: 'payload', payload, target: target?.endpoint } })
						}
					/>
					{keepsLineEnds(read.format) ? (
						<LineEndsRow
							text={draft.text}
							onConvert={(end) => {
								if (area.current !== null) replaceText(area.current, withLineEnds(draft.text, end));
							}}
						/>
					) : null}
					<StatusLine
						draftKey={key}
						draft={draft}
						read={read}
						encoded={encoded}
						place={place}
						error={error}
						nudged={nudged && empty}
						onGoTo={goTo}
					/>
				</div>
			) : null}
			<div className="composer-body">
				<TargetField invalid={typed !== undefined && place.why !== undefined} />
				{toEndpoint && isDatagram(kind) ? <DestinationField endpoint={target.endpoint} value={draft.to} /> : null}
				<div className="line-ends-field">
					<textarea
						ref={takeArea}
						rows={1}
						className="ui-input ui-input-mono composer-text"
						aria-label={text.message}
						data-pane-focus=""
						aria-invalid={!encoded.ok || undefined}
						aria-describedby="composer-why"
						placeholder={text.hints[draft.format]}
						spellCheck={false}
						{...kept}
						onKeyDown={onKeyDown}
					/>
					{keepsLineEnds(read.format) ? <LineEndMarks shown={toShown(draft.text)} area={area} /> : null}
				</div>
				<Tooltip text={text.sendTip} side="top">
					<Button
						variant="primary"
						className="composer-send"
						icon={<SendHorizontal size={14} />}
						aria-disabled={blocked}
						aria-describedby="composer-why"
						onClick={() => void submit()}
					>
						{text.send}
					</Button>
				</Tooltip>
				<IconButton label={text.pin} aria-pressed={pinned} onClick={() => useComposer.setState({ pinned: !pinned })}>
					{pinned ? <ChevronDown size={14} /> : <ChevronUp size={14} />}
				</IconButton>
			</div>
		</section>
	);
}
