import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import {
	LINE_ENDINGS,
	type LineEnding,
	PAYLOAD_FORMATS,
	type PayloadFormat,
} from '../../../common/contract/payload.ts';
import { useTakeFocus } from '../../app/focus.ts';
import { useWorkbench } from '../../app/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { DestinationField } from './DestinationField.tsx';
import { HistoryMenu } from './HistoryMenu.tsx';
import { StatusLine } from './StatusLine.tsx';
import { send } from './send.ts';
import { changeDraft, draftKey, draftOf, followWindow, useComposer } from './store.ts';
import { TargetPicker } from './TargetPicker.tsx';
import { useHistoryKeys } from './use-history-keys.ts';
import { encodeDraft, useEncoded, usePlace } from './use-message.ts';
import './composer.css';

const FORMATS: Readonly<Record<PayloadFormat, string>> = { text: 'Text', hex: 'Hex', escaped: 'Escaped' };
const ENDINGS: Readonly<Record<LineEnding, string>> = { none: 'No line end', lf: 'LF', crlf: 'CRLF', cr: 'CR' };
const PLACEHOLDERS: Readonly<Record<PayloadFormat, string>> = {
	text: 'Message. Enter sends, Shift Enter begins a new line.',
	hex: 'Bytes in hex, as in 68 65 6c 6c 6f. Enter sends.',
	escaped: 'Text with escapes, as in hello\\r\\n or \\x00\\xff. Enter sends.',
};

/** Where a message is written and sent. */
export function ComposerPanel() {
	useEffect(followWindow, []);
	const target = useComposer((composer) => composer.target);
	const draft = useComposer(draftOf);
	const key = draftKey(target);
	const error = useComposer((composer) => composer.errors[key]);
	const kind = useWorkbench((workbench) => workbench.endpoints.get(target?.endpoint ?? '')?.config.kind);
	const encoded = useEncoded(draft);
	const place = usePlace(target, draft.to);
	const [nudged, setNudged] = useState(false);
	const area = useRef<HTMLTextAreaElement>(null);
	const history = useHistoryKeys(draft);
	useTakeFocus(
		'composer',
		useCallback(() => area.current?.focus(), []),
	);

	const empty = encoded.ok && encoded.bytes.length === 0 && !place.datagrams;
	const blocked = place.why !== undefined || !encoded.ok || empty;
	const submit = async () => {
		const now = encodeDraft(draft);
		setNudged(now.ok && now.bytes.length === 0);
		if (target === undefined || blocked || !now.ok) return;
		const { format, lineEnding, text } = draft;
		const { host, port } = place;
		const to = host === undefined || port === undefined ? undefined : { host, port };
		history.leave();
		const element = area.current;
		const taken = await send(target, to, now.bytes, { format, lineEnding, text });
		// Selected, what was sent is replaced by typing and sent again by Enter; what was typed meanwhile stays.
		if (taken && element !== null && document.activeElement === element && element.value === text) element.select();
	};
	const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'Enter' && !event.shiftKey && !event.altKey) void submit();
		else if (!history.onKey(event)) return;
		event.preventDefault();
	};
	const goTo = (position: number) => {
		area.current?.focus();
		area.current?.setSelectionRange(position, Math.min(position + 1, draft.text.length));
	};

	return (
		<section className="composer" aria-label="Composer">
			<div className="composer-bar">
				<TargetPicker />
				{kind === 'udp' && target?.connection === undefined && target !== undefined ? (
					<DestinationField endpoint={target.endpoint} value={draft.to} />
				) : null}
				<Segmented
					label="Format"
					value={draft.format}
					segments={PAYLOAD_FORMATS.map((value) => ({ value, label: FORMATS[value] }))}
					onChange={(format) => changeDraft({ format })}
				/>
				<Select
					label="Line end"
					hideLabel
					className="composer-ending"
					value={draft.lineEnding}
					choices={LINE_ENDINGS.map((value) => ({ value, label: ENDINGS[value] }))}
					onChange={(lineEnding) => changeDraft({ lineEnding })}
				/>
				<span className="composer-space" />
				<HistoryMenu
					onChoose={(entry) => {
						history.leave();
						changeDraft(entry);
					}}
				/>
			</div>
			<div className="composer-body">
				<textarea
					ref={area}
					className="ui-input ui-input-mono composer-text"
					aria-label="Message"
					data-pane-focus=""
					aria-invalid={!encoded.ok || undefined}
					aria-describedby="composer-why"
					placeholder={PLACEHOLDERS[draft.format]}
					spellCheck={false}
					value={draft.text}
					onChange={(event) => {
						history.leave();
						setNudged(false);
						changeDraft({ text: event.target.value });
					}}
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
				text={draft.text}
				encoded={encoded}
				place={place}
				error={error}
				nudged={nudged && empty}
				onGoTo={goTo}
			/>
		</section>
	);
}
