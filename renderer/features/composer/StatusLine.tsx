import { X } from 'lucide-react';
import { toHex } from '../../../common/payload/index.ts';
import { startEndpoint } from '../../app/state/endpoints/endpoint-actions.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { toShown } from '../../ui/shown-text.ts';
import { faultText } from '../../words/errors.ts';
import { useWords } from '../../words/index.ts';
import type { Draft } from './draft/drafts.ts';
import { HexHint } from './draft/HexHint.tsx';
import { faultPlace } from './fault-place.ts';
import { SendingRows } from './sendings/SendingRows.tsx';
import { chooseFormat, dismissError, putBack, type SendError, useComposer } from './store.ts';
import { TemplateHint } from './TemplateHint.tsx';
import type { Encoded, Place } from './use-message.ts';

/** Maximum bytes of the preview; an ellipsis stands for the rest. */
const PREVIEW_BYTES = 64;

export interface StatusLineProps {
	/** Of the target. */
	readonly draftKey: string;
	readonly draft: Draft;
	/** The draft as it is sent. */
	readonly read: Draft;
	readonly encoded: Encoded;
	readonly place: Place;
	readonly error: SendError | undefined;
	/** Send was pressed without anything to send. */
	readonly nudged: boolean;
	/** Moves the caret to an offset of the text. */
	readonly onGoTo: (position: number) => void;
}

/** Under the text: the bytes to send, or the most important obstacle. */
export function StatusLine({ draftKey, draft, read, encoded, place, error, nudged, onGoTo }: StatusLineProps) {
	const text = useWords().composer;
	const replaced = useComposer((composer) => composer.replaced);
	return (
		<div className="composer-status">
			{error === undefined ? null : (
				<div className="composer-line composer-error" role="alert">
					<span>
						{error.message}
						{error.details.hint === undefined ? '' : ` ${error.details.hint}`}
					</span>
					<IconButton size="s" label={text.dismissError} onClick={() => dismissError(draftKey)}>
						<X size={13} />
					</IconButton>
				</div>
			)}
			{replaced?.key === draftKey ? (
				<div className="composer-line">
					<span>{text.replaced}</span>
					<Button variant="ghost" onClick={putBack}>
						{text.putBack}
					</Button>
				</div>
			) : null}
			<SendingRows />
			<div className="composer-line">
				{encoded.ok ? (
					<Message draft={draft} read={read} encoded={encoded} place={place} nudged={nudged} />
				) : (
					<Fault text={draft.text} message={faultText(encoded)} position={encoded.position} onGoTo={onGoTo} />
				)}
			</div>
		</div>
	);
}

function Message({
	draft,
	read,
	encoded,
	place,
	nudged,
}: {
	readonly draft: Draft;
	readonly read: Draft;
	readonly encoded: Extract<Encoded, { ok: true }>;
	readonly place: Place;
	readonly nudged: boolean;
}) {
	const { composer: text, ui } = useWords();
	const { why, start, datagrams, address } = place;
	const { bytes, filled } = encoded;
	if (why !== undefined) {
		return (
			<>
				<span id="composer-why" className="composer-why">
					{why}
				</span>
				{start === undefined ? null : <Button onClick={() => void startEndpoint(start)}>{ui.start}</Button>}
			</>
		);
	}
	if (bytes.length === 0) {
		if (datagrams) return <span>{text.emptyDatagram}</span>;
		return (
			<span
				id="composer-why"
				className={nudged ? 'composer-why composer-nudged' : ''}
				role={nudged ? 'status' : undefined}
			>
				{nudged ? text.nothingSent : text.empty}
			</span>
		);
	}
	const head = toHex(bytes.subarray(0, PREVIEW_BYTES), ' ');
	return (
		<>
			<span className="composer-preview">
				{text.willSend(bytes.length)}{' '}
				<code>
					{head}
					{bytes.length > PREVIEW_BYTES ? ' …' : ''}
				</code>
				{filled?.hasTime ? text.withTime : ''}
			</span>
			{address === undefined ? null : <span className="composer-hint">{text.newEndpoint}</span>}
			<HexHint draft={draft} read={read} onFormat={chooseFormat} />
			<TemplateHint draft={draft} filled={filled} />
		</>
	);
}

interface FaultProps {
	readonly text: string;
	readonly message: string;
	readonly position: number;
	readonly onGoTo: (position: number) => void;
}

function Fault({ text, message, position, onGoTo }: FaultProps) {
	const words = useWords().composer;
	const { line, column, before, at, after } = faultPlace(text, position);
	return (
		<>
			<span id="composer-why" className="composer-fault" role="status">
				{text.includes('\n') ? words.faultInLine(line, column, message) : words.faultAt(column, message)}
			</span>
			<button
				type="button"
				className="composer-excerpt"
				aria-label={words.goTo(line, column)}
				onClick={() => onGoTo(position)}
			>
				{toShown(before)}
				<mark>{at === '' ? '\u00a0' : toShown(at)}</mark>
				{toShown(after)}
			</button>
		</>
	);
}
