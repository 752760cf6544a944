import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Marks } from '../../common/capture/marks.ts';
import type { CaptureRow } from '../../common/contract/calls/capture.ts';
import type { Framing } from '../../common/contract/config/framing.ts';
import { byTier } from '../../common/tier.fixture.ts';
import { connection } from './conversations.fixture.ts';
import { openCapture } from './index.ts';
import { MessageItems } from './read/message-list/message-items.ts';
import { PartFiles } from './read/message-list/part-files.ts';
import { ItemStore } from './read/message-list/store.ts';
import { play, Recording, steps, temporaryFolders } from './recording.fixture.ts';
import { CaptureFolder } from './segments/folder.ts';
import type { Capture } from './types.ts';

const newFolder = temporaryFolders();
const LENGTH = { type: 'length', order: 'big', offset: 0, adjustment: 0, includesHead: false } as const;
const framings = fc.constantFrom<Framing>(
	{ type: 'line' },
	{ type: 'delimiter', delimiter: { format: 'hex', text: '0a 0d' } },
	{ type: 'fixed', length: 100_000 },
	{ ...LENGTH, size: 1 },
	{ type: 'idle', ms: 1 },
);

/** A list of all messages so far, with small parts. */
class Reader {
	readonly source;
	readonly items: MessageItems;
	readonly #folder: CaptureFolder;

	constructor(capture: Capture, framing: Framing, endpoints: readonly string[], partItems: number) {
		this.#folder = new CaptureFolder(capture.folder);
		this.source = { folder: this.#folder, marks: new Marks(), stored: 0 };
		const tried = endpoints.map((endpoint) => ({ endpoint, framing }));
		const files = new PartFiles(capture.folder, JSON.stringify(tried));
		this.items = new MessageItems(this.source, { tried }, files, new ItemStore(partItems));
	}

	/** All items of the first `stored` events. */
	upTo(stored: number) {
		this.source.stored = stored;
		while (this.items.covered < stored) this.items.grow(0);
		return this.items.rows(0, this.items.count);
	}

	close(): void {
		this.items.close();
		this.#folder.close();
	}
}

test('an event from before a silence that the clock has ended has the list made again, and nothing of it is kept', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('device');
	for (let id = 1; id <= 2000; id++) {
		recording.open(connection(id, endpoint, {}));
		recording.data(id, 'in', Uint8Array.of(1));
	}
	recording.data(1, 'in', Uint8Array.of(2));
	await capture.flush();
	const framing = { type: 'idle', ms: 60_000 } as const;
	const list = new Reader(capture, framing, ['device'], 1 << 20);
	expect(list.upTo(4000)).toHaveLength(2000);
	expect(list.items.silentAt).toBeLessThan(Date.now() + 60_001);
	list.items.endSilent(Date.now() + 120_000);
	expect(list.upTo(4000)).toHaveLength(4000);
	expect(list.items.silentAt).toBe(Number.POSITIVE_INFINITY);
	expect(list.items.isWrong).toBe(false);
	list.upTo(4001);
	expect(list.items.isWrong).toBe(true);
	list.close();
	expect(partsIn(capture.folder)).toEqual([]);
	await capture.close();
});

const partsIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.items'));

test('a list read from its files, as far as they are sound, and continued, is the list made in one go', async () => {
	const damages = fc.constantFrom<((path: string) => void) | undefined>(
		undefined,
		(path) => rmSync(path),
		(path) => writeFileSync(path, readFileSync(path).subarray(0, -1)),
		(path) => {
			const bytes = readFileSync(path);
			bytes[bytes.length >>> 1] = (bytes[bytes.length >>> 1] ?? 0) ^ 1;
			writeFileSync(path, bytes);
		},
	);
	await fc.assert(
		fc.asyncProperty(steps, framings, fc.nat(), damages, fc.nat(), async (script, framing, cut, damage, which) => {
			const capture = await openCapture({ folder: newFolder(), segmentBytes: 3000 });
			try {
				const recording = new Recording(capture);
				play(recording, script);
				await capture.flush();
				const stored = recording.expected.length;
				const endpoints = [...new Set(recording.expected.map(({ endpoint }) => endpoint))];
				const whole = new Reader(capture, framing, endpoints, 1 << 20);
				const expected = whole.upTo(stored);
				whole.close();
				expect(partsIn(capture.folder).length).toBe(expected.length >= 1024 ? 1 : 0);
				for (const name of partsIn(capture.folder)) rmSync(join(capture.folder, name));
				const first = new Reader(capture, framing, endpoints, 3);
				first.upTo(cut % (stored + 1));
				first.close();
				const parts = partsIn(capture.folder);
				const damaged = parts[which % Math.max(1, parts.length)];
				if (damaged !== undefined) damage?.(join(capture.folder, damaged));
				const second = new Reader(capture, framing, endpoints, 3);
				const again = second.upTo(stored);
				expect(again.map(brief)).toEqual(expected.map(brief));
				second.close();
			} finally {
				await capture.close();
			}
		}),
		{ numRuns: byTier(10, 100) },
	);
});

test('a part of other events is made again', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const other = await openCapture({ folder: newFolder() });
	try {
		for (const [one, text] of [
			[capture, 'a\nb\nc\nd\n'],
			[other, 'abcd\n'],
		] as const) {
			const recording = new Recording(one);
			const end = { address: '127.0.0.1', port: 9 };
			const endpoint = recording.endpoint('One');
			recording.open({ id: 1, endpoint, protocol: 'tcp', role: 'accepted', local: end, remote: end, mirrored: false });
			for (let i = 0; i < 5; i++) recording.data(1, 'in', Buffer.from(text));
			await one.flush();
		}
		const reader = new Reader(capture, { type: 'line' }, ['One'], 3);
		expect(reader.upTo(6)).toHaveLength(21);
		reader.close();
		for (const name of partsIn(capture.folder)) {
			writeFileSync(join(other.folder, name), readFileSync(join(capture.folder, name)));
		}
		const again = new Reader(other, { type: 'line' }, ['One'], 3);
		expect(again.upTo(6)).toHaveLength(6);
		again.close();
	} finally {
		await capture.close();
		await other.close();
	}
});

function brief({ preview, ...row }: CaptureRow) {
	return { ...row, preview: Buffer.from(preview).toString('hex') };
}
