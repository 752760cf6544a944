import { afterEach, beforeEach, expect, test } from 'vitest';
import { structureSchema } from '../../common/structure/document/schema.ts';
import { connection } from './conversations.fixture.ts';
import { openCapture } from './index.ts';
import { Recording, temporaryFolders } from './recording.fixture.ts';
import type { Capture } from './types.ts';

const newFolder = temporaryFolders();
const LINES = { framing: { type: 'line' } as const };

let capture: Capture;
let recording: Recording;

beforeEach(async () => {
	capture = await openCapture({ folder: newFolder() });
	recording = new Recording(capture);
	recording.open(connection(1, recording.endpoint('Server'), {}));
});
afterEach(() => capture.close());

const say = async (...texts: readonly string[]) => {
	for (const text of texts) recording.data(1, 'in', Buffer.from(text));
	await capture.flush();
};

/** The names, over as many answers as it takes. */
async function names(input: { messages?: typeof LINES } = {}): Promise<string[]> {
	for (;;) {
		const { fields, complete } = await capture.call('captureFields', input);
		if (complete) return fields.map(({ name }) => name);
	}
}

test('names what the messages name, in the order of how many have it, also later ones', async () => {
	expect(await names()).toEqual([]);
	await say('{"id":1,"items":[{"id":1},{"id":2}]}', '{"id":2,"temperature":20.5}', 'nothing that is known');
	expect(await names()).toEqual(['json.id', 'json.items', 'json.items.0', 'json.items.0.id', 'json.temperature']);
	await say('{"temperature":21}', '{"temperature":21}', '{"temperature":21}');
	expect((await names()).at(0)).toBe('json.temperature');
	const { fields } = await capture.call('captureFields', {});
	expect(fields.at(0)).toEqual({ name: 'json.temperature', type: 'number' });
});

test('a message that is in several reads is seen in a list of messages', async () => {
	await say('{"start":1,', '"end":2}\n{"second"', ':3}\n');
	await expect(capture.call('captureFields', { messages: LINES })).rejects.toMatchObject({ code: 'wrong-state' });
	const list = capture.follow('captureMessages', { messages: LINES }, () => undefined);
	for (let found: string[] = []; !found.includes('json.second'); ) found = await names({ messages: LINES });
	expect(await names({ messages: LINES })).toEqual(expect.arrayContaining(['json.start', 'json.end', 'json.second']));
	list.dispose();
});

test('looks at a bounded sample of a large capture, and at its newest messages', async () => {
	const many = 60_000;
	for (let i = 0; i < many; i++) recording.data(1, 'in', Buffer.from(`{"block${Math.floor(i / 600)}":1,"n":${i}}`));
	await say('{"newest":1}');
	const started = performance.now();
	const found = await names();
	expect(found[0]).toBe('json.n');
	expect(found).toContain('json.newest');
	expect(found.length).toBeLessThanOrEqual(200);
	expect(performance.now() - started).toBeLessThan(5000);
	const again = performance.now();
	await say('{"later":1}');
	expect(await names()).toContain('json.later');
	expect(performance.now() - again).toBeLessThan(2000);
}, 60_000);

test('a structure is used as soon as there is one: names are gathered again', async () => {
	recording.data(1, 'in', Uint8Array.of(0xaa, 0x55, 1));
	await capture.flush();
	expect(await names()).toEqual([]);
	const fields = [
		{ name: 'start', type: 'u16', const: '0xaa55' },
		{ name: 'cmd', type: 'u8' },
	];
	capture.readAs({ structures: [structureSchema.parse({ structure: 1, id: 'meter', fields })] });
	expect(await names()).toEqual(['meter.start', 'meter.cmd']);
});
