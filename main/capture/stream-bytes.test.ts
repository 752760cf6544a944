import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StreamLayout, StreamState } from '../../common/contract/calls/stream.ts';
import type { CallOutput } from '../../common/contract/index.ts';
import { STREAM_SIDES } from '../../common/conversation/index.ts';
import { byTier } from '../../common/tier.fixture.ts';
import { connection } from './conversations.fixture.ts';
import { followed } from './followed.fixture.ts';
import { openCapture } from './index.ts';
import { pattern, Recording, temporaryFolders } from './recording.fixture.ts';
import type { Capture } from './types.ts';

const newFolder = temporaryFolders();

function laidOut(capture: Capture, layout: StreamLayout) {
	return followed<StreamState>((listener) => capture.follow('stream', { layout }, listener));
}

test('a search finds matches across chunks, forwards and backwards, from any start', async () => {
	const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A'), maxLength: 6 });
	const chunks = fc.array(fc.record({ side: fc.constantFrom('in' as const, 'out' as const), text: letters }), {
		maxLength: 24,
	});
	const needles = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 7 });
	await fc.assert(
		fc.asyncProperty(
			chunks,
			needles,
			fc.constantFrom(...STREAM_SIDES),
			fc.boolean(),
			async (said, text, side, anyCase) => {
				const capture = await openCapture({ folder: newFolder() });
				try {
					const recording = new Recording(capture);
					recording.open(connection(1, recording.endpoint('One'), {}));
					for (const { side: of, text: chunk } of said) recording.data(1, of, Buffer.from(chunk));
					await capture.flush();
					const layout: StreamLayout = { type: 'dialogue', connection: 1, side: 'both', form: 'hex', width: 16 };
					const run = laidOut(capture, layout);
					const bytes = Buffer.from(text);
					const question = { connection: 1, side, sought: { bytes, anyCase } };
					const fold = (written: string) => (anyCase ? written.toLowerCase() : written);
					// All matches in one side's stream, in the order of their first bytes.
					const places = (['in', 'out'] as const)
						.filter((of) => side === 'both' || side === of)
						.flatMap((of) => {
							const where = said.flatMap((chunk, i) =>
								chunk.side === of ? [...chunk.text].map((_, offset) => ({ n: i + 1, offset })) : [],
							);
							const stream = fold(said.flatMap((chunk) => (chunk.side === of ? [chunk.text] : [])).join(''));
							return where.filter((_, at) => stream.startsWith(text, at));
						})
						.sort((a, b) => a.n - b.n || a.offset - b.offset);
					const first = ({ found }: CallOutput<'streamFind'>) => found && { n: found[0]?.n, offset: found[0]?.from };
					for (let n = 0; n <= said.length + 1; n += 3) {
						const offset = n % 3;
						const isLater = (place: { n: number; offset: number }) =>
							place.n > n || (place.n === n && place.offset >= offset);
						const after = await capture.call('streamFind', { ...question, n, offset, backwards: false });
						expect(first(after)).toEqual(places.find(isLater));
						expect(after.found?.reduce((sum, { from, to }) => sum + to - from, 0) ?? bytes.length).toBe(bytes.length);
						const before = await capture.call('streamFind', { ...question, n, offset, backwards: true });
						expect(first(before)).toEqual(places.findLast((place) => !isLater(place)));
					}
					run.stop();
				} finally {
					await capture.close();
				}
			},
		),
		{ numRuns: byTier(2, 6) },
	);
});

test('the bytes of some events are returned contiguously, as much as fits one answer', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	recording.open(connection(1, recording.endpoint('One'), {}));
	for (let i = 0; i < 12; i++) recording.data(1, i % 3 === 0 ? 'out' : 'in', pattern(300_000, i));
	await capture.flush();
	const run = laidOut(capture, { type: 'dialogue', connection: 1, side: 'both', form: 'hex', width: 16 });
	await run.upTo(recording.expected.length);
	for (const side of STREAM_SIDES) {
		const parts: Uint8Array[] = [];
		let place: { n: number; offset: number } | undefined = { n: 2, offset: 7 };
		while (place) {
			const answer: CallOutput<'streamBytes'> = await capture.call('streamBytes', {
				connection: 1,
				side,
				...place,
				last: 9,
			});
			parts.push(answer.bytes);
			place = answer.next;
		}
		const model = recording.expected.flatMap(({ direction, bytes }, n) =>
			n >= 2 && n <= 9 && (side === 'both' || direction === side) ? [bytes.subarray(n === 2 ? 7 : 0)] : [],
		);
		expect(Buffer.concat(parts).equals(Buffer.concat(model))).toBe(true);
	}
	run.stop();
	await capture.close();
});

test('lines have the places of what is sought, and a search finds regular expressions across chunks', async () => {
	const capture = await openCapture({ folder: newFolder() });
	try {
		const recording = new Recording(capture);
		recording.open(connection(1, recording.endpoint('One'), {}));
		recording.data(1, 'in', Buffer.from('one Needle\ntwo needles'));
		recording.data(1, 'in', Buffer.from('GET /ne'));
		recording.data(1, 'out', Buffer.from('between'));
		recording.data(1, 'in', Buffer.from('edle HTTP'));
		await capture.flush();
		const dialogue = { type: 'dialogue', connection: 1, side: 'both', form: 'text', width: 40 } as const;
		const boundaries = { ...dialogue, type: 'boundaries', side: 'in', framing: { type: 'line' } } as const;
		const hex = { ...dialogue, form: 'hex', width: 8 } as const;
		const runs = [dialogue, boundaries, hex].map((layout) => laidOut(capture, layout));
		for (const run of runs) await run.upTo(5);
		const placesIn = async (layout: StreamLayout, sought: string | { bytes: Uint8Array; anyCase: boolean }) => {
			const { lines } = await capture.call('streamLines', { layout, from: 0, count: 50, sought });
			return lines.flatMap((line) =>
				line.type === 'head' || line.places === undefined ? [] : [line.places.map(({ from, to }) => [from, to])],
			);
		};
		expect(await placesIn(dialogue, 'needle')).toEqual([[[4, 10]], [[15, 21]]]);
		expect(await placesIn(boundaries, '/ne+dle/')).toEqual([[[15, 21]]]);
		const bytes = Buffer.from('needle');
		expect(await placesIn(hex, { bytes, anyCase: true })).toEqual([
			[[4, 10]],
			[
				[4, 10],
				[15, 21],
			],
			[[15, 21]],
		]);
		const find = async (sought: string, n: number, backwards: boolean) =>
			(await capture.call('streamFind', { connection: 1, side: 'both', sought, n, offset: 0, backwards })).found;
		const across = [
			{ n: 2, from: 5, to: 7 },
			{ n: 4, from: 0, to: 4 },
		];
		expect(await find('/ne+dle/', 2, false)).toEqual(across);
		expect(await find('/ne+dle/', 5, true)).toEqual(across);
		expect(await find('/ne+dle/', 2, true)).toEqual([{ n: 1, from: 15, to: 21 }]);
		expect(await find('/needle.two/i', 0, false)).toBeUndefined();
		await expect(find('/(/', 0, false)).rejects.toMatchObject({ code: 'bad-input' });
		for (const run of runs) run.stop();
	} finally {
		await capture.close();
	}
});
