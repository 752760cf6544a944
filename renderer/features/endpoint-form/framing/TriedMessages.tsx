import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import { charsetNamed } from '../../../../common/payload/index.ts';
import { formatCount } from '../../../app/shared/format.ts';
import { useShownCharset } from '../../../app/state/capture/shown-charset.ts';
import { DIRECTION_ARROWS } from '../../../bytes/direction-marks.ts';
import { Pieces } from '../../../bytes/Pieces.tsx';
import { visibleText } from '../../../bytes/visible-text.ts';
import { useDialogWords } from '../../../words/dialogs.ts';
import { useWords } from '../../../words/index.ts';
import { useTried } from './use-tried.ts';
import '../../../bytes/bytes.css';

interface TriedMessagesProps {
	readonly endpoint: string;
	/** Undefined while the fields are wrong. */
	readonly framing: Framing | undefined;
}

/** How many messages a framing makes of what was captured, and the first of them. */
export function TriedMessages({ endpoint, framing }: TriedMessagesProps) {
	const tried = useTried(endpoint, framing);
	const words = useDialogWords().endpointForm.dialogs.tryFraming;
	if (tried === undefined) return null;
	const { messages, first, running, error } = tried;
	return (
		<section className="tried" aria-label={words.result} aria-busy={running}>
			<p role="status" className={error === undefined ? undefined : 'tried-error'}>
				{error !== undefined ? error.message : running ? words.counting(messages) : words.messages(messages)}
			</p>
			{error !== undefined || first.length === 0 ? null : (
				<ol>
					{first.map((row) => (
						<TriedRow key={row.item ?? row.n} row={row} />
					))}
				</ol>
			)}
		</section>
	);
}

function TriedRow({ row }: { readonly row: CaptureRow }) {
	const charset = useShownCharset(row);
	const { listed, emptyPayload } = useWords().log;
	const { length } = useWords().inspector;
	const { preview, message } = row;
	const pieces = visibleText(preview, { partial: row.length > preview.length, charset: charsetNamed(charset) });
	return (
		<li title={message === undefined ? undefined : listed.inReads(message.reads, message.first + 1, row.n + 1)}>
			<span className="tried-number">{message === undefined ? '' : formatCount(message.number)}</span>
			<span className={`log-${row.direction}`}>{row.direction === 'none' ? '' : DIRECTION_ARROWS[row.direction]}</span>
			<span className="tried-length">{length(row.length)}</span>
			<span className="tried-text">{row.length === 0 ? emptyPayload : <Pieces pieces={pieces} />}</span>
		</li>
	);
}
