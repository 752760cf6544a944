import { lazy, Suspense } from 'react';
import type { StreamLayout, StreamLine } from '../../../common/contract/calls/stream.ts';
import { toHexOffset } from '../../../common/payload/hex.ts';
import { DIRECTION_ARROWS, isTrouble } from '../../bytes/direction-marks.ts';
import { deltaText, fullTime, timeOfDay } from '../../bytes/event-time.ts';
import { Pieces } from '../../bytes/Pieces.tsx';
import { visibleText } from '../../bytes/visible-text.ts';
import { useEventText } from '../../words/errors.ts';
import { useWords } from '../../words/index.ts';
import { LineBytes } from './LineBytes.tsx';
import { litIn } from './state/lit.ts';
import type { EventRange } from './state/store.ts';

// The decoders are loaded when somebody wants the lines.
const DecodedLine = lazy(() => import('./decoded/DecodedLine.tsx'));

export interface DialogueRowProps {
	readonly line: Exclude<StreamLine, { type: 'slice' }>;
	readonly layout: StreamLayout;
	/** The current place of what is found. */
	readonly current: readonly EventRange[];
	/** Whether the first line of a message shows what it says, decoded. */
	readonly decoded: boolean;
}

/** One line of data of either side. */
export function DialogueRow({ line, layout, current, decoded }: DialogueRowProps) {
	const words = useWords().conversation;
	if (line.type === 'event') return <EventRow line={line} current={current} />;
	const side = `talk-${line.direction}`;
	if (line.type === 'head') {
		return (
			<div className={`talk-block talk-head ${side}`}>
				<span role="img" className="talk-arrow" aria-label={words.speakers[line.direction]}>
					{DIRECTION_ARROWS[line.direction]}
				</span>
				<span className="talk-time" title={fullTime(line.time, 9)}>
					{timeOfDay(line.time)}
				</span>
				<span className="talk-delta">{line.delta === undefined ? '' : `${deltaText(line.delta)} s`}</span>
				<span className="talk-length">{words.bytes(line.length)}</span>
				{decoded ? (
					<Suspense fallback={null}>
						<DecodedLine line={line} connection={line.connection ?? layout.connection} />
					</Suspense>
				) : null}
				<span className="talk-number">
					{halfText(line.connection)}
					{words.event(line.n + 1)}
				</span>
			</div>
		);
	}
	const { bytes, offset, charset, before, tail } = line;
	return (
		<div className={`talk-block talk-body ${side}`}>
			{layout.form === 'hex' ? <span className="talk-offset">{toHexOffset(offset, 6)}</span> : null}
			<LineBytes
				bytes={bytes}
				form={layout.form}
				width={layout.width}
				charset={charset}
				before={before}
				tail={tail}
				lit={litIn(line, current)}
			/>
		</div>
	);
}

interface EventRowProps {
	readonly line: Extract<StreamLine, { type: 'event' }>;
	readonly current: readonly EventRange[];
}

const encoder = new TextEncoder();

/** An event between the chunks, in one thin row. */
export function EventRow({ line, current }: EventRowProps) {
	const { kind, direction, time, connection } = line;
	const text = useEventText(line);
	const { places, at } = litIn(line, current);
	const { kinds, directions } = useWords().events;
	const arrow = DIRECTION_ARROWS[direction];
	return (
		<div className={isTrouble(kind) ? 'talk-event talk-trouble' : 'talk-event'}>
			{time === 0n ? null : (
				<span className="talk-time" title={fullTime(time, 9)}>
					{timeOfDay(time)}
				</span>
			)}
			<span className="talk-kind">
				{isTrouble(kind) ? <span aria-hidden="true">✕ </span> : null}
				{arrow === '' ? null : (
					<span role="img" aria-label={directions[direction]}>
						{arrow}{' '}
					</span>
				)}
				{halfText(connection)}
				{kinds[kind]}
			</span>
			<span className="talk-what" title={text}>
				<Pieces pieces={visibleText(encoder.encode(text), { lit: places })} current={at} />
			</span>
		</div>
	);
}

/** The half of a proxied connection that a line belongs to, where both are shown. */
function halfText(connection: number | undefined): string {
	return connection === undefined ? '' : `#${connection} `;
}
