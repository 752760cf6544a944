import { expect, test } from 'vitest';
import { TCP_STATES } from '../calls/tcp-states.ts';
import { explain } from '../words/en/explain/index.ts';
import { explain as hans } from '../words/zh-hans/explain/index.ts';
import { explain as hant } from '../words/zh-hant/explain/index.ts';
import { arrowText, drawnPicture, type PictureRow } from './picture.ts';
import { pictureOf, pictures } from './pictures.ts';
import { topics } from './topics.ts';

/** RFC 9293, 3.3.2: what a segment that leaves or comes makes of a state. */
const SENT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	SYN: { CLOSED: 'SYN-SENT' },
	'SYN, ACK': { 'SYN-RECEIVED': 'SYN-RECEIVED' },
	FIN: { ESTABLISHED: 'FIN-WAIT-1', 'FIN-WAIT-1': 'FIN-WAIT-1', 'CLOSE-WAIT': 'LAST-ACK' },
	RST: { ESTABLISHED: 'CLOSED' },
};
const CAME: typeof SENT = {
	SYN: { LISTEN: 'SYN-RECEIVED' },
	'SYN, ACK': { 'SYN-SENT': 'ESTABLISHED' },
	FIN: { ESTABLISHED: 'CLOSE-WAIT', 'FIN-WAIT-1': 'CLOSING', 'FIN-WAIT-2': 'TIME-WAIT' },
	ACK: {
		'SYN-RECEIVED': 'ESTABLISHED',
		'FIN-WAIT-1': 'FIN-WAIT-2',
		CLOSING: 'TIME-WAIT',
		'LAST-ACK': 'CLOSED',
	},
	RST: { ESTABLISHED: 'CLOSED' },
};

/** The state of an end after each row, by the segments alone. */
function follow(rows: readonly PictureRow[], end: 'left' | 'right', from: string): string[] {
	let state = from;
	return rows.map(({ arrow, [end]: does }) => {
		if (does === 'close()' && arrow === undefined && state === 'ESTABLISHED') state = 'FIN-WAIT-1';
		if (arrow !== undefined && !arrow.lost) {
			if (arrow.to !== end) state = SENT[arrow.label]?.[state] ?? state;
			if (arrow.to === end || arrow.to === 'both') state = CAME[arrow.label]?.[state] ?? state;
		}
		return state;
	});
}

const isState = (text: string | undefined): boolean => TCP_STATES.some((state) => state === text);

test.each(['handshake', 'goodbye', 'crossing', 'reset'] as const)('%s: the states follow from the segments', (name) => {
	const { rows } = pictures[name];
	for (const end of ['left', 'right'] as const) {
		const first = rows.find(({ [end]: text }) => isState(text))?.[end];
		const states = follow(rows, end, name === 'handshake' && end === 'left' ? 'CLOSED' : (first ?? ''));
		const shown = rows.map(({ [end]: text }, at) => (isState(text) ? text : states[at]));
		expect(shown, end).toEqual(states);
	}
});

test.each(Object.entries(pictures))('%s is for a topic, and short', (_name, picture) => {
	expect(topics.some(({ group, key }) => pictureOf(`${group}.${key}`) === picture)).toBe(true);
	expect(picture.rows.length).toBeLessThanOrEqual(7);
	for (const line of drawnPicture(picture, explain.headings)) expect(line.length, line).toBeLessThanOrEqual(100);
});

test('an unknown topic has none', () => {
	expect(pictureOf('calls.nonsense')).toBeUndefined();
	expect(pictureOf('toString')).toBeUndefined();
});

test('a picture is drawn in lines, its parts below each other', () => {
	expect(drawnPicture(pictures.refused, explain.headings)).toEqual([
		'client                       the other machine',
		'connect()     ──── SYN ───▶',
		'ECONNREFUSED  ◀─── RST ────',
	]);
	expect(drawnPicture(pictures.datagrams, explain.headings)[2]).toBe('sendto(b"2") = 1  ──── 2 ───×');
});

test('Chinese ends take two columns a character', () => {
	for (const { headings } of [hans, hant]) {
		const [first = '', second = ''] = drawnPicture(pictures.handshake, headings);
		expect(first.indexOf(headings.ends.server) + headings.ends.client.length).toBe(second.indexOf('socket() bind'));
	}
});

test('an arrow can be read', () => {
	expect(arrowText({ to: 'both', label: 'FIN' }, 'lost')).toBe('↔ FIN');
	expect(arrowText({ to: 'right', label: 'SYN', lost: true }, 'lost')).toBe('→ SYN (lost)');
});
