import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, test } from 'vitest';
import { byTier } from '../../../common/tier.fixture.ts';
import { PcapngError } from '../pcapng/format.ts';
import { recoverFolder } from '../recover/index.ts';
import { corpus } from './corpus.fixture.ts';
import { pcapngFile } from './files.fixture.ts';
import { framed } from './frames.fixture.ts';
import { readEvents } from './import.fixture.ts';
import type { ByteSource } from './input/source.ts';
import { ImportJob } from './job.ts';
import { Random } from './random.fixture.ts';
import { conversation, mixed } from './traffic.fixture.ts';
import type { ImportSummary } from './types.ts';

const SEED = Number(process.env.WIREBENCH_SEED ?? 1);
/** Thousands of small folders: in memory where that is available. */
const parent = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'wirebench-fuzz-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** Bytes in pieces of random sizes. */
class PiecesSource implements ByteSource {
	readonly compression = '';
	readonly total: number;
	consumed = 0;
	readonly #bytes: Uint8Array;
	readonly #random: Random | undefined;

	constructor(bytes: Uint8Array, random?: Random) {
		this.#bytes = bytes;
		this.#random = random;
		this.total = bytes.length;
	}

	read(into: Buffer): number {
		const most = this.#random ? 1 + this.#random.below(this.#random.chance(0.1) ? 40 : 20_000) : into.length;
		const count = Math.min(into.length, most, this.total - this.consumed);
		into.set(this.#bytes.subarray(this.consumed, this.consumed + count));
		this.consumed += count;
		return count;
	}

	close(): void {
		// There is nothing to close.
	}
}

/** Imports into a separate folder; undefined for a file that is no capture. `see` gets the folder. */
async function run(source: ByteSource, see: (folder: string, summary: ImportSummary) => void): Promise<number> {
	const folder = join(parent, 'capture');
	mkdirSync(folder);
	const job = new ImportJob(source, {
		name: 'fuzz',
		folder,
		segmentBytes: 64 << 20,
		conversations: 32_768,
		seed: SEED,
	});
	try {
		const summary = await job.run(() => true);
		if (summary.damage) expect(summary.damage.offset).toBeLessThanOrEqual(source.total);
		see(folder, summary);
	} catch (error) {
		if (!(error instanceof PcapngError)) throw error;
		expect(error.offset).toBeLessThanOrEqual(source.total);
	} finally {
		rmSync(folder, { recursive: true });
	}
	return job.progress.packets;
}

/** The written folder is complete, and every row of it can be read. */
function sound(folder: string, { events }: ImportSummary): void {
	const report = recoverFolder(folder);
	expect([report.events, report.warnings]).toEqual([events, []]);
	expect(readEvents(folder, events).length).toBe(events);
}

const NUMBERS = [
	0, 1, 3, 4, 11, 12, 28, 0x7f, 0x80, 0xff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff,
];

/** Changes a few places of a file: bits, bytes, numbers, or pieces that are cut out, doubled or replaced by noise. */
function mutate(random: Random, original: Buffer): Buffer {
	let bytes = Buffer.from(original);
	for (let times = 1 + random.below(4); times > 0; times--) {
		const at = random.below(bytes.length);
		const length = Math.min(1 + random.below(64), bytes.length - at);
		const kind = random.below(7);
		const number = NUMBERS[random.below(NUMBERS.length)] ?? 0;
		if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
		else if (kind === 1) bytes[at] = number & 0xff;
		else if (kind === 2 && at + 4 <= bytes.length) bytes.writeUInt32LE(number, at & ~3);
		else if (kind === 3 && at + 4 <= bytes.length) bytes.writeUInt32BE(number, at);
		else if (kind === 4) bytes.set(random.bytes(length), at);
		else if (kind === 5) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
		else if (kind === 6) bytes = Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
		if (bytes.length === 0) return original;
	}
	return bytes;
}

test('files with damaged structure are read up to a reported place, completely and validly', async () => {
	const random = new Random(SEED);
	const files = corpus(SEED);
	for (let i = 0; i < byTier(120, 1500); i++) {
		const seed = random.below(2 ** 31);
		const one = new Random(seed);
		const file = mutate(one, files[i % files.length] ?? Buffer.alloc(0));
		try {
			await run(new PiecesSource(file, one), i % 10 === 0 ? sound : () => undefined);
		} catch (error) {
			throw new Error(`WIREBENCH_SEED=${SEED}, file ${i}, its seed ${seed}`, { cause: error });
		}
	}
});

test('in truncated small files, more bytes are never fewer packets', async () => {
	for (const [i, file] of corpus(SEED).slice(2, 5).entries()) {
		const whole = file.subarray(0, 700);
		let before = 0;
		for (let length = 0; length <= whole.length; length += byTier(length < 60 ? 1 : 16, 1)) {
			const packets = await run(new PiecesSource(whole.subarray(0, length)), (folder, summary) => {
				if (length % 50 === 0) sound(folder, summary);
			});
			// More bytes are never fewer packets.
			expect(packets, `file ${i}, ${length} bytes`).toBeGreaterThanOrEqual(before);
			before = packets;
		}
		expect(before).toBeGreaterThan(1);
	}
});

test('random bytes, alone and after a valid start, are read or refused with a place', async () => {
	const random = new Random(SEED);
	const files = corpus(SEED);
	for (let i = 0; i < byTier(60, 600); i++) {
		const start = files[i % files.length]?.subarray(0, i % 3 === 0 ? 0 : [4, 24, 200, 1000][i % 4]);
		await run(
			new PiecesSource(Buffer.concat([start ?? Buffer.alloc(0), random.bytes(random.below(3000))])),
			() => undefined,
		);
	}
});

/** The blocks of a file repeatedly, with changed packet contents in valid blocks. */
class HostileSource implements ByteSource {
	readonly compression = '';
	readonly total: number;
	consumed = 0;
	blocks = 0;
	readonly #pieces: Buffer[] = [];
	readonly #head: Buffer;
	readonly #random: Random;
	readonly #most: number;

	constructor(file: Buffer, head: number, most: number, random: Random) {
		this.#head = file.subarray(0, head);
		for (let at = head; at < file.length; at += file.readUInt32LE(at + 4)) {
			this.#pieces.push(file.subarray(at, at + file.readUInt32LE(at + 4)));
		}
		this.#random = random;
		this.#most = most;
		this.total = (most / this.#pieces.length) * (file.length - head);
	}

	read(into: Buffer): number {
		let at = 0;
		if (this.consumed === 0) at = this.#head.copy(into);
		while (this.blocks < this.#most) {
			const piece = this.#pieces[this.blocks % this.#pieces.length];
			if (!piece || at + piece.length > into.length) break;
			piece.copy(into, at);
			this.#change(into, at + 28, piece.readUInt32LE(20));
			at += piece.length;
			this.blocks++;
		}
		this.consumed += at;
		return at;
	}

	#change(bytes: Buffer, at: number, length: number): void {
		const random = this.#random;
		for (let times = 1 + random.below(2); times > 0 && length > 0; times--) {
			// Often headers: the first bytes of a packet.
			const place = at + random.below(random.chance(0.4) ? Math.min(length, 60) : length);
			bytes[place] = random.chance(0.5) ? random.below(256) : (bytes[place] ?? 0) ^ (1 << random.below(8));
		}
	}

	close(): void {
		// There is nothing to close.
	}
}

/** Bytes in use, including typed arrays, after garbage collection. */
function memory(): number {
	setFlagsFromString('--expose-gc');
	runInNewContext('gc')();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

const PACKETS = byTier(40_000, 1_000_000);

test(`${PACKETS} packets, each of them damaged, are read in bounded memory`, async () => {
	const random = new Random(SEED);
	const mishaps = { loss: 0.05, duplicate: 0.1, delay: 0.2, again: 0.1, middle: 0.3, abrupt: 0.3 };
	const list = Array.from({ length: 300 }, (_, i) => conversation(random, i, mishaps).slice(0, 20));
	const packets = mixed(random, list, 1n).map((packet) => ({
		...packet,
		bytes: framed(1, packet.bytes.subarray(0, 180)),
	}));
	const file = pcapngFile(packets);
	const head = file.readUInt32LE(4) + file.readUInt32LE(file.readUInt32LE(4) + 4);
	const source = new HostileSource(file, head, PACKETS, random);
	const before = memory();
	let after = 0;
	const read = await run(source, (folder, summary) => {
		after = memory();
		expect(summary.damage).toBeUndefined();
		expect(summary.events).toBeGreaterThan(PACKETS / 10);
		const report = recoverFolder(folder);
		expect([report.events, report.warnings]).toEqual([summary.events, []]);
	});
	expect([read, source.blocks]).toEqual([PACKETS, PACKETS]);
	expect(after - before).toBeLessThan(150 << 20);
});
