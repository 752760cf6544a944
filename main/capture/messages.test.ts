import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessagePlace, PrintedMessage } from '../../common/contract/calls/compare.ts';
import type { Framing } from '../../common/contract/config/framing.ts';
import { createFramer } from '../../common/framing/index.ts';
import { connection } from './conversations.fixture.ts';
import { openCapture } from './index.ts';
import { pattern, Recording, temporaryFolders } from './recording.fixture.ts';
import type { Capture } from './types.ts';

const newFolder = temporaryFolders();

/** All messages that a side has received, over as many answers as it takes. */
async function messagesOf(capture: Capture, of: number, framing?: Framing): Promise<PrintedMessage[]> {
	const all: PrintedMessage[] = [];
	for (let from: MessagePlace | undefined; ; ) {
		const answer = await capture.call('streamMessages', {
			connection: of,
			side: 'in',
			ignore: [],
			...(framing && { framing }),
			...(from && { from }),
		});
		all.push(...answer.messages);
		if (answer.next === undefined) return all;
		from = answer.next;
	}
}

async function bytesOf(capture: Capture, of: number, { n, offset, length }: PrintedMessage): Promise<Uint8Array> {
	const { bytes } = await capture.call('streamBytes', {
		connection: of,
		side: 'in',
		n,
		offset,
		length,
		last: Number.MAX_SAFE_INTEGER,
	});
	return bytes;
}

/** Records the same bytes in two connections, in other chunks; the other side speaks in between. */
async function recorded(stream: Uint8Array, chunks: readonly [number, number]): Promise<Capture> {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	const server = recording.endpoint('One');
	for (const [i, size] of chunks.entries()) {
		recording.open(connection(i + 1, server, {}));
		for (let at = 0; at < stream.length; at += size) {
			recording.data(i + 1, 'in', stream.slice(at, at + size));
			recording.data(i + 1, 'out', new Uint8Array([i]));
		}
		recording.event(i + 1, 'close', 'none');
	}
	await capture.flush();
	return capture;
}

const prints = (messages: readonly PrintedMessage[]) =>
	messages.map(({ number, at, length, print }) => ({ number, at, length, print }));

test('the messages of a stream, and the pieces of one without framing, do not depend on its chunks', async () => {
	const streams = fc.oneof(
		fc.uint8Array({ maxLength: 400 }),
		fc.constant(pattern(30_000, 7).map((byte) => byte | 0x80)),
		fc.constant(new Uint8Array(70_000)),
		fc.constant(pattern(20_000, 8)),
	);
	const framings = fc.constantFrom<Framing | undefined>(undefined, { type: 'line' }, { type: 'fixed', length: 7 });
	const sizes = fc.tuple(fc.integer({ min: 500, max: 9000 }), fc.integer({ min: 500, max: 9000 }));
	await fc.assert(
		fc.asyncProperty(streams, framings, sizes, async (stream, framing, chunks) => {
			const capture = await recorded(stream, chunks);
			try {
				const [one, other] = [await messagesOf(capture, 1, framing), await messagesOf(capture, 2, framing)];
				expect(prints(one)).toEqual(prints(other));
				const parts = await Promise.all(one.map((message) => bytesOf(capture, 1, message)));
				expect(Buffer.concat(parts).equals(stream)).toBe(true);
				if (framing === undefined) return;
				const framer = createFramer(framing);
				const expected = [...framer.push(stream, 0), ...framer.flush()].map(
					({ head, data, eol }) => (head?.length ?? 0) + data.length + eol.length,
				);
				expect(one.map(({ length }) => length)).toEqual(expected);
			} finally {
				await capture.close();
			}
		}),
		{ numRuns: 5 },
	);
});

test('an inserted byte changes only the pieces around it', async () => {
	const stream = pattern(60_000, 3).map((byte) => byte | 0x80);
	const longer = new Uint8Array([...stream.slice(0, 30_000), 1, ...stream.slice(30_000)]);
	const [one, other] = [await recorded(stream, [1000, 1000]), await recorded(longer, [1000, 1000])];
	try {
		const known = new Set((await messagesOf(one, 1)).map(({ print }) => print));
		const changed = (await messagesOf(other, 1)).filter(({ print }) => !known.has(print));
		expect(changed.length).toBeLessThanOrEqual(3);
		await expect(messagesOf(one, 9)).rejects.toThrow('The capture has no connection 9.');
	} finally {
		await one.close();
		await other.close();
	}
});
