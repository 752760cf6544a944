import { once } from 'node:events';
import { connect } from 'node:net';
import type { FilterState, MessageListState } from '../../common/contract/calls/capture.ts';
import type { RunningHost } from '../lib/host.ts';

/** Bytes of one write: no multiple of a message. */
const WRITE = 1_000_003;
/** No message of a load is longer. */
const LONGEST = 64;
/** The list with the framings in the capture. */
export const MESSAGES = {};

/** Writes the `i`th message at a place; returns its length. */
export type WriteMessage = (bytes: Buffer, at: number, i: number) => number;

/** Sends messages over one connection, in writes that cut them anywhere; returns their bytes. */
export async function sendMessages(port: number, count: number, write: WriteMessage): Promise<number> {
	const socket = connect(port, '127.0.0.1');
	await once(socket, 'connect');
	const bytes = Buffer.alloc(WRITE + LONGEST);
	let filled = 0;
	let sent = 0;
	for (let i = 0; i < count; i++) {
		filled += write(bytes, filled, i);
		if (filled < WRITE && i < count - 1) continue;
		const size = Math.min(filled, WRITE);
		const rest = Buffer.from(bytes.subarray(size, filled));
		sent += size;
		if (!socket.write(Buffer.from(bytes.subarray(0, size)))) await once(socket, 'drain');
		filled = rest.copy(bytes);
	}
	socket.end(bytes.subarray(0, filled));
	await once(socket, 'close');
	return sent + filled;
}

interface Listed {
	readonly ms: number;
	readonly items: number;
	/** Leaves the list. */
	readonly stop: () => void;
}

/** Lists the messages of the live capture. */
export function listMessages({ client }: RunningHost): Promise<Listed> {
	const from = performance.now();
	return new Promise((resolve, reject) => {
		const look = ({ scanned, stored, items, error }: MessageListState): void => {
			if (error) reject(new Error(error.message));
			if (stored > 0 && scanned === stored) resolve({ ms: performance.now() - from, items, stop });
		};
		const stop = client.subscribe(
			'captureMessages',
			{ messages: MESSAGES },
			{ onSnapshot: look, onDelta: look, onError: reject },
		);
	});
}

interface Filtered {
	readonly ms: number;
	readonly matched: number;
	/** Milliseconds up to the report with the first hundred matches, and the number of reports. */
	readonly firstMs: number;
	readonly reports: number;
	/** Takes the filter away. */
	readonly stop: () => void;
}

/** Filters the listed messages; resolves at the end of the scan, or where `enough` matches. */
export function filterMessages(
	{ client }: RunningHost,
	filter: string,
	enough = Number.POSITIVE_INFINITY,
): Promise<Filtered> {
	const from = performance.now();
	let firstMs = Number.NaN;
	let reports = 0;
	return new Promise((resolve, reject) => {
		const look = ({ scanned, stored, matched, error }: FilterState): void => {
			if (error) reject(new Error(error.message));
			const ms = performance.now() - from;
			reports++;
			if (Number.isNaN(firstMs) && matched >= 100) firstMs = ms;
			if (stored > 0 && (scanned >= stored || matched >= enough)) resolve({ ms, matched, firstMs, reports, stop });
		};
		const stop = client.subscribe(
			'captureFilter',
			{ messages: MESSAGES, filter },
			{ onSnapshot: look, onDelta: look, onError: reject },
		);
	});
}

/** Milliseconds of each answer with `count` rows, at `places` places all over a list or the matches of a filter. */
export async function rowsAnywhere(
	{ client }: RunningHost,
	{ places, count, items, filter }: { places: number; count: number; items: number; filter?: string },
): Promise<number[]> {
	const times: number[] = [];
	for (let i = 0; i < places; i += 1) {
		const row = Math.floor((i * 7919 * 7919) % (items - count));
		const from = performance.now();
		const answer = await client.call('captureRows', {
			messages: MESSAGES,
			from: row,
			count,
			...(filter === undefined ? {} : { filter }),
		});
		times.push(performance.now() - from);
		const [first] = answer.rows;
		if (answer.rows.length !== count || (filter === undefined && first?.item !== row))
			throw new Error(`Row ${row} is not there.`);
	}
	return times;
}
