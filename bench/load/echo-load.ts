/**
 * The load generator, a separate process: `node load.ts JSON` with a LoadRequest; prints a LoadResult as JSON. Each
 * connection sends an endless, seeded byte stream in messages and compares every echoed byte.
 */
import net from 'node:net';
import type { LoadRequest, LoadResult } from './types.ts';

/** A prime, so that within a run no message boundary falls on the same place of the stream twice. */
const PATTERN_BYTES = 1_048_583;

/** Bytes that repeat only after PATTERN_BYTES (xorshift32), followed by their first `extra` bytes. */
function patternBytes(extra: number): Buffer {
	const bytes = Buffer.alloc(PATTERN_BYTES + extra);
	let state = 0x9e37_79b9;
	for (let i = 0; i < PATTERN_BYTES; i += 1) {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		bytes[i] = state & 0xff;
	}
	bytes.copy(bytes, PATTERN_BYTES, 0, extra);
	return bytes;
}

const request: LoadRequest = JSON.parse(process.argv[2] ?? '{}');
const READ_BYTES = 256 * 1024;
const pattern = patternBytes(Math.max(READ_BYTES, request.size));

let messages = 0;
let counting = false;
let running = true;

/** One connection with `inFlight` messages in flight, until `running` ends and all have returned. */
function drive(index: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const { host, port, size, inFlight } = request;
		const offset = (index * 7919) % PATTERN_BYTES;
		let sent = 0;
		let received = 0;
		const sendOne = (): void => {
			const at = (offset + sent) % PATTERN_BYTES;
			sent += size;
			socket.write(pattern.subarray(at, at + size));
		};
		const onBytes = (length: number, buffer: Uint8Array): boolean => {
			const at = (offset + received) % PATTERN_BYTES;
			if (received + length > sent || pattern.compare(buffer, 0, length, at, at + length) !== 0) {
				socket.destroy(new Error(`connection ${index}: other bytes than were sent, after ${received}`));
				return true;
			}
			const before = Math.floor(received / size);
			received += length;
			const complete = Math.floor(received / size) - before;
			if (counting) messages += complete;
			if (running) for (let i = 0; i < complete; i += 1) sendOne();
			else if (received === sent) socket.end();
			return true;
		};
		const socket = net.connect({
			host,
			port,
			noDelay: true,
			onread: { buffer: Buffer.allocUnsafe(READ_BYTES), callback: onBytes },
		});
		socket.once('connect', () => {
			for (let i = 0; i < inFlight; i += 1) sendOne();
		});
		socket.once('error', reject);
		socket.once('close', () => {
			if (received === sent) resolve();
			else reject(new Error(`connection ${index}: ${sent - received} bytes never came back`));
		});
	});
}

function after(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

const connections = Array.from({ length: request.connections }, (_, index) => drive(index));
const all = Promise.all(connections);
await Promise.race([all, after(request.warmUpMs)]);
counting = true;
const start = performance.now();
await Promise.race([all, after(request.measureMs)]);
counting = false;
const seconds = (performance.now() - start) / 1000;
running = false;
await all;
const result: LoadResult = { messages, seconds, messagesPerSecond: messages / seconds };
process.stdout.write(`${JSON.stringify(result)}\n`);
