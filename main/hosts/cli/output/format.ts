import { formatBytes, formatSocketAddress, visibleJson } from '../../../../common/payload/index.ts';
import { formatLedger } from '../flags/loss-report.ts';
import type { PrintedEvent } from './event.ts';

/** Formats one event as lines. JSON lines contain nothing deceptive; others are sanitised when printed. */
export type Format = (event: PrintedEvent) => readonly string[];

/** A value as a line of JSON. */
export function jsonLine(value: unknown): string {
	return visibleJson(JSON.stringify(value));
}

export const formatJson: Format = (event) => {
	if (event.event !== 'data') return [jsonLine(event)];
	const { bytes, time, ...rest } = event;
	const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
	return [jsonLine({ ...rest, length: bytes.byteLength, hex, time })];
};

/** Values as JSON, one a line. */
export function jsonLines(values: readonly unknown[]): string[] {
	return values.map(jsonLine);
}

const ARROWS = { in: '←', out: '→' } as const;

/** The local time of day, to the millisecond. */
function clock(iso: string): string {
	const time = new Date(iso);
	const two = (n: number): string => String(n).padStart(2, '0');
	const ms = String(time.getMilliseconds()).padStart(3, '0');
	return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}.${ms}`;
}

const WORDS = {
	end: { in: 'peer ended its sending side', out: 'ended our sending side' },
	reset: { in: 'reset by the peer', out: 'reset by us' },
} as const;

/** Lines for people: time, connection, direction, length, and the whole payload, escaped. */
export const formatText: Format = (event) => (event.event === 'ledger' ? formatLedger(event) : [textLine(event)]);

function textLine(event: Exclude<PrintedEvent, { event: 'ledger' }>): string {
	switch (event.event) {
		case 'listening':
			return `${event.endpoint} listens on ${'message' in event ? event.message : formatSocketAddress(event)}`;
		case 'summary':
			return `received ${event.received} events, stored ${event.stored}, dropped ${event.dropped}`;
		case 'generator': {
			const { status, sent, rate, behindMs, errors } = event;
			return `${status}: ${sent} sent, ${Math.round(rate)}/s, behind by ${Math.round(behindMs)} ms, ${errors} refused`;
		}
		case 'open': {
			if ('message' in event) return `${clock(event.time)} #${event.connection} open ${event.message}`;
			const way = event.direction === 'in' ? 'from' : 'to';
			return `${clock(event.time)} #${event.connection} open ${way} ${formatSocketAddress(event.remote)}`;
		}
		case 'data': {
			const payload = formatBytes(event.bytes, 'escaped');
			return `${clock(event.time)} #${event.connection} ${ARROWS[event.direction]} ${event.bytes.byteLength} ${payload}`;
		}
		case 'end':
		case 'reset': {
			const what = event.direction === undefined ? event.event : WORDS[event.event][event.direction];
			return `${clock(event.time)} #${event.connection} ${what}`;
		}
		case 'close': {
			const { message = 'close' } = event;
			return `${clock(event.time)} #${event.connection} ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
		}
		default: {
			const where = event.connection === undefined ? event.endpoint : `#${event.connection}`;
			return `${[clock(event.time), where, event.event, event.message].filter(Boolean).join(' ')}`;
		}
	}
}
