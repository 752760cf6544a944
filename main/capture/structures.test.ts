import { dirname } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FilterState } from '../../common/contract/calls/capture.ts';
import type { StatisticsState } from '../../common/contract/calls/figures/statistics.ts';
import { structureSchema } from '../../common/structure/document/schema.ts';
import { connection } from './conversations.fixture.ts';
import { exported } from './export/export.fixture.ts';
import { followed } from './followed.fixture.ts';
import { openCapture } from './index.ts';
import { Recording, temporaryFolders } from './recording.fixture.ts';
import type { Capture } from './types.ts';

const newFolder = temporaryFolders();

/** A constant at its begin, which the guess knows it by. */
const METER = structureSchema.parse({
	structure: 1,
	id: 'meter',
	fields: [
		{ name: 'start', type: 'u16', const: '0xaa55' },
		{ name: 'cmd', type: 'u8', enum: 'Cmd' },
		{ name: 'unit', type: 'u8' },
		{ name: 'values', type: 'array', item: { type: 'i16' } },
	],
	enums: { Cmd: { 1: 'read', 3: 'write' } },
});
/** Nothing in it is fixed: it has to be chosen. */
const PAIR = structureSchema.parse({
	structure: 1,
	id: 'pair',
	fields: [
		{ name: 'cmd', type: 'u8' },
		{ name: 'rest', type: 'bytes' },
	],
});

let capture: Capture;
let recording: Recording;

beforeEach(async () => {
	capture = await openCapture({ folder: newFolder() });
	recording = new Recording(capture);
	const endpoint = recording.endpoint('Device');
	recording.open(connection(1, endpoint, {}));
	recording.data(1, 'in', Uint8Array.of(0xaa, 0x55, 1, 7, 0, 1));
	recording.data(1, 'out', Uint8Array.of(0xaa, 0x55, 3, 9, 0xff, 0xfe, 0, 2));
	recording.data(1, 'in', Uint8Array.of(3, 3, 3));
	await capture.flush();
});
afterEach(() => capture.close());

async function found(filter: string): Promise<number[]> {
	const following = followed<FilterState>((listener) => capture.follow('captureFilter', { filter }, listener));
	await following.upTo(recording.expected.length);
	const { rows } = await capture.call('captureRows', { from: 0, count: 10, filter });
	following.stop();
	return rows.map(({ n }) => n);
}

test('the fields of structures are filtered by, guessed or chosen for an endpoint', async () => {
	// Without the structure these are words.
	expect(await found('meter.cmd == 3')).toEqual([]);
	capture.readAs({ structures: [METER, PAIR] });
	expect(await found('meter.cmd == 3 and meter.unit > 1')).toEqual([2]);
	expect(await found('METER.cmd:read')).toEqual([1]);
	expect(await found('meter.values.0 < 0 or meter.unit == 7')).toEqual([1, 2]);
	expect(await found('protocol:meter')).toEqual([1, 2]);
	expect(await found('pair.cmd == 3')).toEqual([]);
	capture.readAs({ structures: [METER, PAIR], protocols: { Device: { in: 'pair' } } });
	expect(await found('pair.cmd == 3')).toEqual([3]);
	expect(await found('protocol = meter')).toEqual([2]);
});

test('a filter is made again when its structure changes', async () => {
	capture.readAs({ structures: [METER] });
	const filter = 'meter.unit == 9';
	const again = Promise.withResolvers<FilterState>();
	let round: number | undefined;
	const following = followed<FilterState>((listener) =>
		capture.follow('captureFilter', { filter }, (state) => {
			listener(state);
			if (round !== undefined && state.round > round && state.scanned === recording.expected.length)
				again.resolve(state);
		}),
	);
	const before = await following.upTo(recording.expected.length);
	expect(before.matched).toBe(1);
	round = before.round;
	const [start, cmd, unit, ...rest] = METER.fields;
	if (start === undefined || cmd === undefined || unit === undefined) throw new Error('no fields');
	capture.readAs({ structures: [{ ...METER, fields: [start, unit, cmd, ...rest] }] });
	const changed = await again.promise;
	expect(changed.matched).toBe(0);
	following.stop();
});

test('the fields of a structure are columns and colours', async () => {
	capture.readAs({ structures: [METER] });
	const { rows } = await capture.call('captureRows', {
		from: 0,
		count: 4,
		fields: ['meter.cmd', 'meter.values.0'],
		colours: ['meter.unit == 9'],
	});
	expect(rows.map(({ fields }) => fields?.map((said) => said.map(({ text }) => text).join(' ')))).toEqual([
		undefined,
		['1', '1'],
		['3', '-2'],
		['', ''],
	]);
	expect(rows.map(({ colour }) => colour)).toEqual([undefined, undefined, 0, undefined]);
});

test('a structure is a protocol of the statistics', async () => {
	capture.readAs({ structures: [METER] });
	const following = followed<StatisticsState>((listener) =>
		capture.follow('captureStatistics', { by: 'protocol', sort: 'name', descending: false, count: 10 }, listener),
	);
	const { rows } = await following.upTo(recording.expected.length);
	following.stop();
	const meter = rows.find(({ subject }) => subject.by === 'protocol' && subject.protocol === 'meter');
	expect(meter?.figures.events).toBe(3);
});

test('decoded fields are columns of exports, of events and of messages', async () => {
	capture.readAs({ structures: [METER] });
	const fields = ['meter.cmd', 'meter.values.0', 'json."a,b"'];
	const csv = (await exported(capture, dirname(capture.folder), { format: 'csv', scope: { fields } })).file.toString();
	const [head = '', ...rows] = csv.trimEnd().split('\r\n');
	expect(head).toMatch(/,marked,note,meter.cmd,meter.values.0,"json.""a,b"""$/);
	expect(rows.map((row) => row.split(',').slice(-3))).toEqual([
		['', '', ''],
		['"1"', '"1"', ''],
		['"3"', `"'-2"`, ''],
		['', '', ''],
	]);
	const messages = { framing: { type: 'fixed', length: 3 } } as const;
	for (const scope of [{ fields }, { fields, messages }]) {
		const { file } = await exported(capture, dirname(capture.folder), { format: 'jsonl', scope });
		const columns = file
			.toString()
			.trimEnd()
			.split('\n')
			.map((line): unknown => JSON.parse(line).columns);
		const values = 'messages' in scope ? [] : [1];
		expect(columns).toContainEqual({ 'meter.cmd': [1], 'meter.values.0': values, 'json."a,b"': [] });
	}
});
