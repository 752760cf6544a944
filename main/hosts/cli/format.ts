import { formatBytes, formatSocketAddress } from '../../../common/payload/index.ts';
import type { PrintedEvent } from './event.ts';
import { formatLedger } from './ledger.ts';

/** One event as what is printed for it, with its line end. */
export type Format = (event: PrintedEvent) => string;

export const formatJson: Format = (event) => {
	if (event.event !== 'data') return `${JSON.stringify(event)}\n`;
	const { bytes, time, ...rest } = event;
	const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
	return `${JSON.stringify({ ...rest, length: bytes.byteLength, hex, time })}\n`;
};

/** Values as JSON, one a line. */
export function jsonLines(values: readonly unknown[]): string {
	return values.map((value) => `${JSON.stringify(value)}\n`).join('');
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
export const formatText: Format = (event) => {
	switch (event.event) {
		case 'listening':
			return `${event.endpoint} listens on ${'message' in event ? event.message : formatSocketAddress(event)}\n`;
		case 'summary':
			return `received ${event.received} events, stored ${event.stored}, dropped ${event.dropped}\n`;
		case 'generator': {
			const { status, sent, rate, behindMs, errors } = event;
			return `${status}: ${sent} sent, ${Math.round(rate)}/s, behind by ${Math.round(behindMs)} ms, ${errors} refused\n`;
		}
		case 'ledger':
			return formatLedger(event);
		case 'open': {
			if ('message' in event) return `${clock(event.time)} #${event.connection} open ${event.message}\n`;
			const way = event.direction === 'in' ? 'from' : 'to';
			return `${clock(event.time)} #${event.connection} open ${way} ${formatSocketAddress(event.remote)}\n`;
		}
		case 'data': {
			const payload = formatBytes(event.bytes, 'escaped');
			return `${clock(event.time)} #${event.connection} ${ARROWS[event.direction]} ${event.bytes.byteLength} ${payload}\n`;
		}
		case 'end':
		case 'reset': {
			const what = event.direction === undefined ? event.event : WORDS[event.event][event.direction];
			return `${clock(event.time)} #${event.connection} ${what}\n`;
		}
		case 'close': {
			const { message = 'close' } = event;
			return `${clock(event.time)} #${event.connection} ${message.charAt(0).toLowerCase()}${message.slice(1)}\n`;
		}
		default: {
			const where = event.connection === undefined ? event.endpoint : `#${event.connection}`;
			return `${[clock(event.time), where, event.event, event.message].filter(Boolean).join(' ')}\n`;
		}
	}
};
