import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { byteNeedle } from '../../../common/filter/needle-of.ts';
import { connection } from '../conversations.fixture.ts';
import { eventsOf } from '../events.fixture.ts';
import { folderPlaces } from '../format/places.ts';
import { openCapture } from '../index.ts';
import { FilterScan } from '../read/filter-scan.ts';
import { Recording, temporaryFolders } from '../recording.fixture.ts';
import { CaptureFolder } from './folder.ts';
import { Screen } from './screen.ts';

const newFolder = temporaryFolders();

test('agrees with a plain search in each stretch', () => {
	const letters = fc.array(fc.constantFrom(...Buffer.from('abAB')), { maxLength: 60 });
	const needle = fc.record({
		bytes: fc.array(fc.constantFrom(...Buffer.from('abAB')), { minLength: 1, maxLength: 4 }).map(Buffer.from),
		folded: fc.boolean(),
	});
	fc.assert(
		fc.property(letters, fc.array(needle, { minLength: 1, maxLength: 3 }), fc.nat(9), (content, needles, step) => {
			const bytes = Buffer.from(content);
			const screen = new Screen(needles.map(({ bytes: wanted, folded }) => byteNeedle(wanted, folded)));
			screen.use(bytes);
			for (let from = 0; from < bytes.length; from += step + 1) {
				const to = from + step + 1;
				const begins = needles.some(({ bytes: wanted, folded }) => {
					const text = (of: Buffer) => (folded ? of.toString('latin1').toLowerCase() : of.toString('latin1'));
					const at = text(bytes).indexOf(text(wanted), from);
					return at >= 0 && at < to;
				});
				expect(screen.holds(from, to)).toBe(begins);
			}
		}),
	);
});

test('finds a match across two packets of an event, and matches in many small events', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder });
	const recording = new Recording(capture);
	recording.open(connection(1, recording.endpoint('Server'), {}));
	const large = Buffer.alloc(140_000, '.');
	// A packet holds 65,492 bytes: half of the word is in the first, half in the second.
	large.write('Needle', 65_489);
	for (let i = 0; i < 500; i++) recording.data(1, 'in', Buffer.from(i % 100 === 7 ? 'a needle' : 'some hay'));
	recording.data(1, 'in', large);
	recording.data(1, 'in', Buffer.from('NEEDL'));
	await capture.close();

	const files = new CaptureFolder(folderPlaces(folder));
	onTestFinished(() => files.close());
	const found = (filter: string) => {
		const scan = new FilterScan(eventsOf(files), filter);
		while (scan.scanned < recording.expected.length) scan.step(recording.expected.length, 1);
		return Array.from({ length: scan.matches.count }, (_, i) => scan.matches.at(i));
	};
	expect(found('needle')).toEqual([8, 108, 208, 308, 408, 501]);
	expect(found('text:"Needle"')).toEqual([501]);
	expect(found('hex:6e6565646c65')).toEqual([8, 108, 208, 308, 408]);
	expect(found('needle len<100')).toEqual([8, 108, 208, 308, 408]);
	expect(found('needle or "127.0.0.1"')).toEqual([0, 8, 108, 208, 308, 408, 501]);
	expect(found('not needle len>10')).toEqual([]);
	expect(found('not (needle or hay) kind:data')).toEqual([502]);
});
