import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { FilterState, MessageListState } from '../common/contract/calls/capture.ts';
import type { Bench, Options } from './lib/bench.ts';
import { type RunningHost, startHost } from './lib/host.ts';
import { summarise } from './lib/statistics.ts';
import { judge, type Verdict } from './lib/verdict.ts';

const MESSAGES = 10_000_000;
const LENGTH = 64;
/** Bytes of one write: no multiple of a message. */
const WRITE = 1_000_003;
/** `rows in view`: this many places of the list, of so many rows. */
const PLACES = 200;
const ROWS = 100;
/** Identifies one message. */
const NEEDLE = 'message 0000077700';
const MESSAGES_OF_CAPTURE = {};

/** Resident memory of the host, in MiB; 0 where there is no /proc. */
function residentMebibytes(pid: number): number {
	if (process.platform !== 'linux') return 0;
	const [, kibibytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	return Number(kibibytes) / 1024;
}

/** Sends messages of one length over one connection, in writes that cut them anywhere. */
async function send(port: number, count: number): Promise<void> {
	const socket = connect(port, '127.0.0.1');
	await once(socket, 'connect');
	const bytes = Buffer.alloc(WRITE + LENGTH);
	let filled = 0;
	for (let i = 0; i < count; i++) {
		filled += bytes.write(`message ${String(i).padStart(10, '0')}`.padEnd(LENGTH, '.'), filled, 'latin1');
		if (filled < WRITE && i < count - 1) continue;
		const size = Math.min(filled, WRITE);
		const rest = Buffer.from(bytes.subarray(size, filled));
		if (!socket.write(Buffer.from(bytes.subarray(0, size)))) await once(socket, 'drain');
		filled = rest.copy(bytes);
	}
	socket.end(bytes.subarray(0, filled));
	await once(socket, 'close');
}

/** Lists the messages; returns milliseconds, the number of items, and what leaves the list again. */
function list({ client }: RunningHost): Promise<{ ms: number; items: number; stop: () => void }> {
	const from = performance.now();
	return new Promise((resolve, reject) => {
		const look = ({ scanned, stored, items, error }: MessageListState): void => {
			if (error) reject(new Error(error.message));
			if (stored > 0 && scanned === stored) resolve({ ms: performance.now() - from, items, stop });
		};
		const stop = client.subscribe(
			'captureMessages',
			{ messages: MESSAGES_OF_CAPTURE },
			{ onSnapshot: look, onDelta: look, onError: reject },
		);
	});
}

function scan({ client }: RunningHost, filter: string): Promise<{ ms: number; matched: number }> {
	const from = performance.now();
	return new Promise((resolve, reject) => {
		const look = ({ scanned, stored, matched, error }: FilterState): void => {
			if (error) reject(new Error(error.message));
			if (stored === 0 || scanned < stored) return;
			stop();
			resolve({ ms: performance.now() - from, matched });
		};
		const stop = client.subscribe(
			'captureFilter',
			{ messages: MESSAGES_OF_CAPTURE, filter },
			{ onSnapshot: look, onDelta: look, onError: reject },
		);
	});
}

export const bench: Bench = {
	title: '10 million messages of a stream, listed, filtered and scrolled through the contract, as the page does',
	async run({ quick, rounds, scratch, say }: Options): Promise<Verdict[]> {
		const count = quick ? 100_000 : MESSAGES;
		const host = await startHost(scratch, join(scratch, `messages-${count}`));
		try {
			const framing = { type: 'fixed', length: LENGTH } as const;
			const port = await host.endpoint({ kind: 'tcp-server', name: 'load', port: 0, framing });
			await send(port, count);
			const bytes = count * LENGTH;
			await host.status((now) => now.received === now.stored + now.dropped && now.size > bytes);
			const before = residentMebibytes(host.pid);
			const made = await list(host);
			if (made.items < count) throw new Error(`${made.items} items of ${count} messages.`);
			say(`  ${made.items} items in ${made.ms.toFixed(0)} ms`);

			const rows: number[] = [];
			for (let i = 0; i < PLACES; i += 1) {
				const item = Math.floor((i * 7919 * 7919) % (made.items - ROWS));
				const from = performance.now();
				const answer = await host.client.call('captureRows', {
					messages: MESSAGES_OF_CAPTURE,
					from: item,
					count: ROWS,
				});
				rows.push(performance.now() - from);
				if (answer.rows[0]?.item !== item) throw new Error(`Item ${item} is not there.`);
			}
			const lengths: number[] = [];
			const search: number[] = [];
			for (let round = 0; round < (quick ? 1 : rounds); round += 1) {
				lengths.push((await scan(host, `dir:in len!=${LENGTH} port!=1`)).ms);
				const found = await scan(host, `text:"${NEEDLE}"`);
				if (found.matched !== 1) throw new Error(`${found.matched} messages have the needle.`);
				search.push(found.ms);
			}
			const after = residentMebibytes(host.pid);
			say(`  ${before.toFixed(0)} MiB before the list, ${after.toFixed(0)} MiB after; ${bytes / 1e6} MB searched`);
			made.stop();
			const again = await list(host);
			again.stop();
			return [
				judge('listed', 'most', 15_000, 'ms', summarise([made.ms])),
				judge('listed again from its files', 'most', 1000, 'ms', summarise([again.ms])),
				judge(`${ROWS} rows anywhere, the slowest`, 'most', 50, 'ms', summarise([Math.max(...rows)])),
				judge('filter by length over all', 'most', 1000, 'ms', summarise(lengths)),
				judge('text in messages over all', 'most', 3000, 'ms', summarise(search)),
				judge('growth of memory', 'most', 64, 'MiB', summarise([after - before])),
			];
		} finally {
			await host.stop();
		}
	},
};
