import {
	charsetNamed,
	escapedCharacter,
	formatBytes,
	formatSocketAddress,
	StreamText,
	visibleJson,
} from '../../../../common/payload/index.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';
import { events } from '../../../../common/words/en/cli/events.ts';
import { formatLedger } from '../flags/loss-report.ts';
import { eventText, spoken } from '../terminal/language.ts';
import type { PrintedEvent } from './event.ts';

const words = () => spoken('events', events);

/** Formats one event as lines. JSON lines contain nothing deceptive; others are sanitised when printed. */
export type Format = (event: PrintedEvent) => readonly string[];

/** A value as a line of JSON. */
export function jsonLine(value: unknown): string {
	return visibleJson(JSON.stringify(value));
}

export const formatJson: Format = (event) => {
	// They are for lines.
	if (event.event !== 'data') return [jsonLine({ ...event, says: undefined, spoken: undefined, reach: undefined })];
	const { bytes, charset: _charset, datagram: _datagram, message, time, ...rest } = event;
	const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
	return [jsonLine({ ...rest, ...message, length: bytes.byteLength, hex, time })];
};

/** Values as JSON, one a line. */
export function jsonLines(values: readonly unknown[]): string[] {
	return values.map(jsonLine);
}

const ARROWS = { in: '←', out: '→' } as const;

/** The local time of day, to the millisecond. */
export function clock(iso: string): string {
	const time = new Date(iso);
	const two = (n: number): string => String(n).padStart(2, '0');
	const ms = String(time.getMilliseconds()).padStart(3, '0');
	return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}.${ms}`;
}

/** A name or a sentence that does not begin its line. */
export const inLine = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/**
 * Lines for people: time, connection, direction, length, and the whole payload, escaped. A character that two reads of a
 * stream share is shown with the second; bytes of an incomplete one at the end have a line of their own. `charset`
 * replaces those of the endpoints. `apart`: events are left out, so that each read is decoded by itself.
 */
export function textFormat({ charset, apart = false }: TextChoices = {}): Format {
	const streams = new Map<string, StreamText>();
	const shown = ({ connection, direction, bytes, ...event }: DataEvent): string => {
		const named = charsetNamed(charset ?? event.charset ?? 'utf-8');
		if (apart || event.datagram) return formatBytes(bytes, 'escaped', named);
		const key = `${connection} ${direction}`;
		const stream = streams.get(key) ?? new StreamText(named, escapedCharacter);
		streams.set(key, stream);
		return stream.next(bytes);
	};
	return (event) => {
		switch (event.event) {
			case 'ledger':
				return formatLedger(event);
			case 'data':
				return [dataLine(event, shown(event))];
			case 'end':
			case 'reset':
			case 'close': {
				const sides = event.event === 'end' && event.direction !== undefined ? [event.direction] : DIRECTIONS;
				const rests = sides.flatMap((side) => {
					const key = `${event.connection} ${side}`;
					const rest = streams.get(key)?.end() ?? '';
					streams.delete(key);
					return rest === ''
						? []
						: [`${clock(event.time)} #${event.connection} ${ARROWS[side]} ${words().withinCharacter(rest)}`];
				});
				return [...rests, textLine(event)];
			}
			case 'listening': {
				// With a filter, only what it finds is wanted.
				const reach = apart ? undefined : event.reach;
				return [textLine(event), ...(reach === undefined ? [] : [`  ${eventText(reach.message, reach.says)}`])];
			}
			default:
				return [textLine(event)];
		}
	};
}

type DataEvent = Extract<PrintedEvent, { event: 'data' }>;

interface TextChoices {
	readonly charset?: CharsetName | undefined;
	readonly apart?: boolean;
}

const DIRECTIONS = ['in', 'out'] as const;

function dataLine({ time, connection, direction, bytes, message }: DataEvent, payload: string): string {
	const which = message === undefined ? '' : `${words().message(message.number, message.reads)} `;
	return `${clock(time)} #${connection} ${ARROWS[direction]} ${which}${bytes.byteLength} ${payload}`;
}

function textLine(event: Exclude<PrintedEvent, { event: 'ledger' | 'data' }>): string {
	const texts = words();
	switch (event.event) {
		case 'listening':
			return texts.listening(event.endpoint, 'message' in event ? event.message : formatSocketAddress(event));
		case 'summary':
			return texts.summary(event.received, event.stored, event.dropped);
		case 'generator': {
			const { status, sent, rate, behindMs, errors } = event;
			return texts.generator(texts.generatorStatus[status], sent, Math.round(rate), Math.round(behindMs), errors);
		}
		case 'kernel': {
			const where = event.connection === undefined ? event.endpoint : `#${event.connection}`;
			return `${clock(event.time)} ${where} ${event.spoken}`;
		}
		case 'open': {
			if ('message' in event) return `${clock(event.time)} #${event.connection} ${texts.open} ${event.message}`;
			const remote = formatSocketAddress(event.remote);
			const what = event.direction === 'in' ? texts.openFrom(remote) : texts.openTo(remote);
			return `${clock(event.time)} #${event.connection} ${what}`;
		}
		case 'end':
		case 'reset': {
			const what = texts[event.event][event.direction ?? 'either'];
			return `${clock(event.time)} #${event.connection} ${what}`;
		}
		case 'close': {
			const message = event.message === undefined ? texts.close : eventText(event.message, undefined);
			return `${clock(event.time)} #${event.connection} ${inLine(message)}`;
		}
		default: {
			const where = event.connection === undefined ? event.endpoint : `#${event.connection}`;
			const { message = '', says, spoken: text = eventText(message, says) } = event;
			return `${[clock(event.time), where, texts[event.event], text].filter(Boolean).join(' ')}`;
		}
	}
}
