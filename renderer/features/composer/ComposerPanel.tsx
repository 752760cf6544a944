import { Bookmark, Braces, FileUp, History, ListChecks, Repeat, SendHorizontal, Sigma } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react';
import { isClient, isDatagram, isProxy } from '../../../common/endpoints/index.ts';
import type { SavedPayload } from '../../../common/payload/saved.ts';
import {
	CHARSETS,
	LINE_ENDINGS,
	type LineEnding,
	PAYLOAD_FORMATS,
	type PayloadFormat,
} from '../../../common/payload/schema.ts';
import { formatCount } from '../../app/shared/format.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { useTakeFocus } from '../../app/state/window/focus.ts';
import { CHARSET_NAMES } from '../../bytes/charsets.ts';
import { Button } from '../../ui/Button.tsx';
import { useKeptText } from '../../ui/kept-text.ts';
import { PaneTools } from '../../ui/panes/pane-tools.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { shownOffset, toShown } from '../../ui/shown-text.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { keepsLineEnds } from '../../ui/WrittenField.tsx';
import { CHECKSUM_NAMES, ChecksumRow } from './ChecksumRow.tsx';
import { ConnectionsRow } from './ConnectionsRow.tsx';
import { chosenOf, usePicked } from './chosen.ts';
import { DestinationField } from './DestinationField.tsx';
import { FileRow } from './FileRow.tsx';
import { HistoryRow } from './history/HistoryRow.tsx';
import { useHistory } from './history/history-store.ts';
import type { Place } from './outgoing.ts';
import { PayloadStrip } from './payloads/PayloadStrip.tsx';
import { draftOfPayload } from './payloads/payload-draft.ts';
import { SaveRow } from './payloads/SaveRow.tsx';
import { usePayloadKeys } from './payloads/use-payload-keys.ts';
import { RepeatRow } from './RepeatRow.tsx';
import { StatusLine } from './StatusLine.tsx';
import { repeat, send } from './send.ts';
import { sendFile } from './send-file.ts';
import { type Composer, changeDraft, draftKey, draftOf, followWindow, keepError, useComposer } from './store.ts';
import { TargetPicker } from './TargetPicker.tsx';
import { useHistoryKeys } from './use-history-keys.ts';
import { encodeDraft, useAround, useEncoded, usePlace } from './use-message.ts';
import './composer.css';

const FORMATS: Readonly<Record<PayloadFormat, string>> = {
	text: 'Text',
	hex: 'Hex',
	escaped: 'Escaped',
	base64: 'Base64',
};
const ENDINGS: Readonly<Record<LineEnding, string>> = { none: 'No line end', lf: 'LF', crlf: 'CRLF', cr: 'CR' };
const PLACEHOLDERS: Readonly<Record<PayloadFormat, string>> = {
	text: 'Message. Enter sends, Shift Enter begins a new line.',
	hex: 'Bytes in hex, as in 68 65 6c 6c 6f. Enter sends.',
	escaped: 'Text with escapes, as in hello\\r\\n or \\x00\\xff. Enter sends.',
	base64: 'Bytes in base64, as in aGVsbG8=. Enter sends.',
};

const CHARSET_CHOICES = CHARSETS.map((value) => ({ value, label: CHARSET_NAMES[value] }));

/** Where messages are written and sent. */
export function ComposerPanel() {
	useEffect(followWindow, []);
	const target = useComposer((composer) => composer.target);
	const draft = useComposer(draftOf);
	const key = draftKey(target);
	const error = useComposer((composer) => composer.errors[key]);
	const kind = useWorkbench((workbench) => workbench.endpoints.get(target?.endpoint ?? '')?.config.kind);
	const extra = useComposer((composer) => composer.extra);
	const hasHistory = useHistory((sent) => sent.entries.length > 0);
	const edited = useComposer((composer) => composer.edited);
	const picked = usePicked(target?.endpoint).length;
	const several =
		kind !== undefined && !isClient(kind) && !isProxy(kind) && target !== undefined && target.connection === undefined;
	const around = useAround(target);
	const encoded = useEncoded(draft, around);
	const place = usePlace(target, draft.to);
	const [nudged, setNudged] = useState(false);
	const area = useRef<HTMLTextAreaElement>(null);
	const history = useHistoryKeys(draft);
	const { ref: keepText, ...kept } = useKeptText({
		value: draft.text,
		keepsEnds: keepsLineEnds(draft.format),
		onChange: (text) => {
			history.leave();
			setNudged(false);
			changeDraft({ text });
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
	const placeNow = (): Place | undefined => {
		if (target === undefined || place.why !== undefined) return undefined;
		const { host, port, path } = place;
		const to = host === undefined || port === undefined ? path : { host, port };
		return { target, chosen: chosenOf(target.endpoint), to };
	};
	const startRepeat = (intervalMs: number, count: number) => {
		const now = encodeDraft(draft, around);
		const where = placeNow();
		if (where === undefined || blocked || !now.ok) return;
		history.leave();
		void repeat(where, now, draft, { intervalMs, count });
	};
	const submit = async () => {
		const now = encodeDraft(draft, around);
		setNudged(now.ok && now.bytes.length === 0);
		const where = placeNow();
		if (where === undefined || blocked || !now.ok) return;
		const { text } = draft;
		history.leave();
		const element = area.current;
		const taken = await send(where, now, draft);
		// The sent text is selected: typing replaces it and Enter sends it again. Text typed meanwhile stays.
		if (taken && element !== null && document.activeElement === element && element.value === toShown(text))
			element.select();
	};
	const sendPayload = async (payload: SavedPayload) => {
		const saved = { ...draftOfPayload(payload), to: draft.to };
		const now = encodeDraft(saved, around);
		const where = placeNow();
		if (where === undefined) keepError(key, new Error(`${payload.name} was not sent. ${place.why ?? ''}`));
		else if (!now.ok) keepError(key, new Error(`${payload.name} was not sent: ${now.message}`));
		else await send(where, now, saved);
	};
	usePayloadKeys((payload) => void sendPayload(payload));
	const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'Enter' && !event.shiftKey && !event.altKey) void submit();
		else if (!history.onKey(event)) return;
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
		<section className="composer" aria-label="Composer">
			<div className="composer-bar">
				<TargetPicker />
				{kind !== undefined &&
				isDatagram(kind) &&
				!isProxy(kind) &&
				target?.connection === undefined &&
				target !== undefined ? (
					<DestinationField endpoint={target.endpoint} value={draft.to} />
				) : null}
				<Segmented
					label="Format"
					value={draft.format}
					segments={PAYLOAD_FORMATS.map((value) => ({ value, label: FORMATS[value] }))}
					onChange={(format) => changeDraft({ format })}
				/>
				{draft.format === 'text' || draft.format === 'escaped' ? (
					<Select
						label="Charset"
						hideLabel
						className="composer-charset"
						value={draft.charset}
						choices={CHARSET_CHOICES}
						onChange={(charset) => changeDraft({ charset })}
					/>
				) : null}
				<Select
					label="Line end"
					hideLabel
					className="composer-ending"
					value={draft.lineEnding}
					choices={LINE_ENDINGS.map((value) => ({ value, label: ENDINGS[value] }))}
					onChange={(lineEnding) => changeDraft({ lineEnding })}
				/>
				<span className="composer-space" />
				{several ? (
					<ExtraButton extra="connections" icon={<ListChecks size={13} />}>
						{picked === 0 ? 'Connections' : `${formatCount(picked)} picked`}
					</ExtraButton>
				) : null}
				<Button
					icon={<Braces size={13} />}
					title="Template: fill in {{counter}}, {{time iso}} and the like"
					aria-pressed={draft.template}
					onClick={() => changeDraft({ template: !draft.template })}
				>
					<span className="composer-label">Template</span>
				</Button>
				<ExtraButton extra="checksum" icon={<Sigma size={13} />}>
					{draft.checksum === 'none' ? 'Checksum' : CHECKSUM_NAMES[draft.checksum]}
				</ExtraButton>
				<ExtraButton extra="repeat" icon={<Repeat size={13} />}>
					Repeat
				</ExtraButton>
				<ExtraButton extra="file" icon={<FileUp size={13} />}>
					File
				</ExtraButton>
				<ExtraButton extra="save" icon={<Bookmark size={13} />} disabled={draft.text === ''}>
					Save
				</ExtraButton>
				<ExtraButton extra="history" icon={<History size={13} />} disabled={!hasHistory}>
					History
				</ExtraButton>
				{use(PaneTools)}
			</div>
			{extra === 'connections' && several && target !== undefined ? (
				<ConnectionsRow endpoint={target.endpoint} />
			) : null}
			{extra === 'checksum' ? <ChecksumRow value={draft.checksum} /> : null}
			{extra === 'save' ? (
				<SaveRow
					key={JSON.stringify([edited?.folder, edited?.name])}
					draft={draft}
					edited={edited}
					onDone={() => useComposer.setState({ extra: undefined, edited: undefined })}
				/>
			) : null}
			{extra === 'history' && hasHistory ? (
				<HistoryRow
					onChoose={(entry) => {
						history.leave();
						changeDraft(entry);
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
					onSend={(source, datagramBytes) => {
						const where = placeNow();
						if (where !== undefined) void sendFile(where, source, datagramBytes);
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
			/>
			<div className="composer-body">
				<textarea
					ref={takeArea}
					className="ui-input ui-input-mono composer-text"
					aria-label="Message"
					data-pane-focus=""
					aria-invalid={!encoded.ok || undefined}
					aria-describedby="composer-why"
					placeholder={PLACEHOLDERS[draft.format]}
					spellCheck={false}
					{...kept}
					onKeyDown={onKeyDown}
				/>
				<Tooltip text="Enter or Ctrl Enter sends, Shift Enter begins a new line" side="top">
					<Button
						variant="primary"
						className="composer-send"
						icon={<SendHorizontal size={14} />}
						aria-disabled={blocked}
						aria-describedby="composer-why"
						onClick={() => void submit()}
					>
						Send
					</Button>
				</Tooltip>
			</div>
			<StatusLine
				draftKey={key}
				draft={draft}
				encoded={encoded}
				place={place}
				error={error}
				nudged={nudged && empty}
				onGoTo={goTo}
			/>
		</section>
	);
}

/** Toggles a row below the bar. */
function ExtraButton({
	extra,
	icon,
	disabled = false,
	children,
}: {
	readonly extra: NonNullable<Composer['extra']>;
	readonly icon: ReactNode;
	readonly disabled?: boolean;
	/** In a narrow window it is only in the tooltip. */
	readonly children: string;
}) {
	const open = useComposer((composer) => composer.extra === extra);
	return (
		<Button
			icon={icon}
			title={children}
			disabled={disabled}
			aria-expanded={open}
			onClick={() => useComposer.setState({ extra: open ? undefined : extra, edited: undefined })}
		>
			<span className="composer-label">{children}</span>
		</Button>
	);
}
