import { lazy, type ReactNode, Suspense } from 'react';
import type { StreamLayout, StreamLine, StreamMessage } from '../../../common/contract/calls/stream.ts';
import { formatCount } from '../../app/shared/format.ts';
import { fullTime } from '../../bytes/event-time.ts';
import { useWords } from '../../words/index.ts';
import { borderParts } from './borders.ts';
import { EventRow } from './DialogueRow.tsx';
import { LineBytes } from './LineBytes.tsx';
import { litIn } from './state/lit.ts';
import type { EventRange } from './state/store.ts';

// The decoders are loaded when somebody wants the lines.
const DecodedLine = lazy(() => import('./decoded/DecodedLine.tsx'));

export interface BoundaryRowProps {
	readonly line: Extract<StreamLine, { type: 'slice' | 'event' }>;
	readonly message: StreamMessage | undefined;
	readonly layout: StreamLayout;
	/** The current place of what is found. */
	readonly current: readonly EventRange[];
	/** Whether a message shows what it says, decoded. */
	readonly decoded: boolean;
}

/** Bytes in their chunk, and the same bytes in their message. */
export function BoundaryRow({ line, message, layout, current, decoded }: BoundaryRowProps) {
	const words = useWords().conversation;
	if (line.type === 'event') return <EventRow line={line} current={current} />;
	const { bytes, n, offset, at, length, time, direction, charset } = line;
	const beginsChunk = offset === 0;
	const endsChunk = offset + bytes.length === length;
	const beginsMessage = message !== undefined && message.at === at;
	const endsMessage =
		message !== undefined && message.end !== 'waiting' && message.at + message.length === at + bytes.length;
	const { form, width } = layout;
	const drawn = { bytes, form, width, charset, lit: litIn(line, current) };
	return (
		<div className={classes('cut-row', `talk-${direction}`, decoded && 'cut-decoded')}>
			<span className="cut-note" title={fullTime(time, 9)}>
				{beginsChunk ? (
					<>
						<b>
							<span className="cut-wide">{words.eventWord}</span>
							{formatCount(n + 1)}
						</b>{' '}
						<span className="cut-wide">{words.bytes(length)}</span>
					</>
				) : null}
			</span>
			<span className={classes('cut-bytes cut-chunk', beginsChunk && 'cut-begins', endsChunk && 'cut-ends')}>
				<LineBytes {...drawn} />
			</span>
			<span
				className={classes(
					'cut-bytes cut-message',
					beginsMessage && 'cut-begins',
					endsMessage && 'cut-ends',
					message?.end === 'waiting' && 'cut-waiting',
					message?.end === 'fault' && 'cut-fault',
					line.message % 2 === 0 && 'cut-even',
				)}
			>
				{message === undefined ? null : <LineBytes {...drawn} borders={borderParts(line, message)} />}
			</span>
			<MessageNote message={beginsMessage ? message : undefined}>
				{decoded && beginsMessage && layout.type === 'boundaries' ? (
					<Suspense fallback={null}>
						<DecodedLine
							line={line}
							connection={layout.connection}
							part={{ connection: layout.connection, side: layout.side, offset, length: message.length }}
						/>
					</Suspense>
				) : null}
			</MessageNote>
		</div>
	);
}

interface MessageNoteProps {
	readonly message: StreamMessage | undefined;
	/** What it says. */
	readonly children: ReactNode;
}

function MessageNote({ message, children }: MessageNoteProps) {
	const words = useWords().conversation;
	if (message === undefined) return <span className="cut-note" />;
	const { number, length, end, fault } = message;
	const cut = end === 'waiting' || end === 'close' ? words.ends[end] : undefined;
	return (
		<span className={end === 'fault' ? 'cut-note cut-note-fault' : 'cut-note'} title={fault ?? cut?.title}>
			<b>
				{end === 'fault' ? '✕ ' : end === 'waiting' ? '◐ ' : ''}
				{formatCount(number)}
			</b>{' '}
			{end === 'fault' ? (
				fault
			) : (
				<span className="cut-wide">
					{cut === undefined ? words.bytes(length) : words.noted(cut.note, length)}
					{children === null ? null : <> {children}</>}
				</span>
			)}
		</span>
	);
}

function classes(...names: readonly (string | false)[]): string {
	return names.filter(Boolean).join(' ');
}
