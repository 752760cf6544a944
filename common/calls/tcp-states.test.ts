import { describe, expect, it } from 'vitest';
import { eventTexts } from '../words/en/sentences/events.ts';
import type { CallEvent } from './call.ts';
import { TcpStates } from './tcp-states.ts';

const MS = 1_000_000n;

type Step = Pick<CallEvent, 'kind' | 'direction'> & { readonly text?: string; readonly at?: bigint };

function follow(accepted: boolean, steps: readonly Step[]) {
	const states = new TcpStates(accepted);
	for (const [n, { kind, direction, text = '', at = BigInt(n) * 10n * MS }] of steps.entries()) {
		if (kind === 'data') states.data();
		else states.take({ n, connection: 1, kind, direction, text, length: 0, preview: new Uint8Array(0), time: at });
	}
	const lines = states.moments.map(
		({ own, peer, inferred, segments }) =>
			`${own.join('>')}${inferred ? '?' : ''} | ${peer.join('>')} | ${segments.map(({ from, flags, seen }) => `${from} ${flags}${seen ? '' : '?'}`).join('; ')}`,
	);
	return { lines, goodbye: states.goodbye };
}

const open = (direction: 'in' | 'out'): Step => ({ kind: 'open', direction });
const end = (direction: 'in' | 'out', at?: bigint): Step => ({
	kind: 'end',
	direction,
	...(at === undefined ? {} : { at }),
});
const data: Step = { kind: 'data', direction: 'in' };
const close: Step = { kind: 'close', direction: 'none' };

const ACCEPTED = 'LISTEN>SYN-RECEIVED>ESTABLISHED | SYN-SENT>ESTABLISHED | peer SYN?; own SYN, ACK?; peer ACK?';
const OPENED = 'SYN-SENT>ESTABLISHED | LISTEN>SYN-RECEIVED>ESTABLISHED | own SYN?; peer SYN, ACK?; own ACK?';

describe('the states of a connection', () => {
	it('the peer says goodbye first: we are in CLOSE-WAIT, it waits in TIME-WAIT', () => {
		expect(follow(true, [open('in'), data, end('in'), end('out'), close])).toEqual({
			lines: [
				ACCEPTED,
				'CLOSE-WAIT | FIN-WAIT-1>FIN-WAIT-2 | peer FIN, ACK; own ACK?',
				'LAST-ACK>CLOSED? | TIME-WAIT | own FIN, ACK; peer ACK?',
			],
			goodbye: 'fin',
		});
	});

	it('we say goodbye first and the peer still sends: a half-close', () => {
		expect(follow(false, [open('out'), end('out'), data, end('in'), close])).toEqual({
			lines: [
				OPENED,
				'FIN-WAIT-1>FIN-WAIT-2? | CLOSE-WAIT | own FIN, ACK; peer ACK?',
				'TIME-WAIT? | LAST-ACK>CLOSED | peer FIN, ACK; own ACK?',
			],
			goodbye: 'half-close',
		});
	});

	it('both FINs cross', () => {
		const crossed = follow(true, [open('in'), end('out', 10n * MS), end('in', 10n * MS + 50_000n)]);
		expect(crossed.goodbye).toBe('both');
		// Answered at once.
		expect(follow(true, [open('in'), end('in', 10n * MS), end('out', 10n * MS + 50_000n)]).goodbye).toBe('fin');
		expect(crossed.lines.at(-1)).toBe('CLOSING>TIME-WAIT? | CLOSING>TIME-WAIT | peer FIN, ACK; own ACK?');
	});

	it.each(['in', 'out'] as const)('a reset %s ends it at once', (direction) => {
		const by = direction === 'in' ? 'peer' : 'own';
		const reset: Step = { kind: 'reset', direction };
		expect(follow(true, [open('in'), data, reset, reset, close])).toEqual({
			lines: [ACCEPTED, `CLOSED | CLOSED | ${by} RST`],
			goodbye: 'reset',
		});
	});

	it('an error that reports a reset is one; other errors change nothing', () => {
		const broken: Step = { kind: 'error', direction: 'none', text: 'ECONNRESET (104): gone.' };
		const note: Step = { kind: 'note', direction: 'none', text: eventTexts.manyReplies };
		expect(follow(true, [open('in'), note, broken]).goodbye).toBe('reset');
		expect(follow(true, [open('in'), note, { ...broken, text: 'EPIPE (32): gone.' }]).goodbye).toBeUndefined();
	});

	it('a second FIN of the same end, and one after the end, are not counted', () => {
		const states = follow(true, [
			open('in'),
			end('in'),
			end('in'),
			end('out'),
			end('out'),
			{ kind: 'reset', direction: 'in' },
		]);
		expect(states.lines).toHaveLength(4);
	});
});
