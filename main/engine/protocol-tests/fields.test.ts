import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileExpectation } from '../../../common/protocol-tests/index.ts';
import { sequenceSchema } from '../../../common/protocol-tests/test-schema.ts';
import { structureSchema } from '../../../common/structure/document/schema.ts';
import { programsOf, writeMessage } from '../../../common/structure/index.ts';
import { STRUCTURE_SAMPLES } from '../../../common/structure/samples/index.ts';
import { byTier } from '../../../common/tier.fixture.ts';
import { Peer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { startSequence } from './run.ts';

const structures = programsOf(STRUCTURE_SAMPLES.map((one) => structureSchema.parse(one)));

const ask = (sequence: unknown) => ({
	type: 'send-fields',
	structure: 'device',
	values: { frame: { address: 3, command: 'read', sequence, body: { first: 7, count: 2 } } },
});
const answer = (condition: string, capture?: Record<string, string>) => ({
	type: 'expect',
	expectation: { type: 'fields', structure: 'device', condition, ...(capture && { capture }) },
	withinMs: 60_000,
});

async function run(steps: readonly unknown[], args: readonly string[] = []) {
	const device = new Peer('field_device', args);
	const port = Number(await device.line());
	const bench = new TestBench({ structures });
	const client = { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port };
	const sequence = sequenceSchema.parse({ name: 'device', client, variables: { first: '41' }, steps });
	const running = startSequence(bench.engine, sequence, () => undefined);
	return { ...(await running.done), captured: running.captured };
}

test('a test asks a device by fields, and expects its answers by them; variables are values of both', async () => {
	const { status, captured, results } = await run([
		ask({ '=': 'number(var.first)' }),
		answer('frame.command == Command::values and frame.sequence == number(var.first)', {
			seq: 'frame.sequence',
			warm: 'frame.body.values[1]',
		}),
		ask({ '=': 'var.seq + 1' }),
		answer('frame.sequence == var.seq + 1 and frame.body.values[1] == var.warm and frame.body.count == 2'),
	]);
	expect(results.map((result) => result.message)).toEqual([undefined, undefined, undefined, undefined, undefined]);
	expect(status).toBe('passed');
	expect([...captured].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual([
		['seq', '41'],
		['warm', '20.8'],
	]);
});

test('a failure names the comparison, the value of its field, and its bytes', async () => {
	const { status, results } = await run([ask(9), answer('frame.command == 2 and frame.sequence == 9')], ['WRONG']);
	expect(status).toBe('failed');
	expect(results[2]).toMatchObject({
		status: 'failed',
		message: 'frame.sequence == 9 does not hold: frame.sequence = 10 (2 bytes at offset 6).',
		difference: { at: 6 },
	});
	const other = await run([ask(9), answer('frame.command == Command::error')]);
	expect(other.results[2]?.message).toBe(
		'frame.command == Command::error does not hold: frame.command = 2 (values) (1 byte at offset 5).',
	);
});

test('a step that names what there is not is refused before anything is opened', async () => {
	const refused = (step: object) => run([step]).catch((error: unknown) => error);
	expect(await refused({ ...ask(1), structure: 'devise' })).toMatchObject({
		code: 'bad-input',
		message: expect.stringContaining('There is no structure “devise”'),
		details: { path: 'steps[0].structure' },
	});
	expect(await refused(answer('frame.comand == 1'))).toMatchObject({
		details: { path: 'steps[0].expectation.condition', position: 6 },
	});
	expect(await refused(answer('', { seq: 'frame.sequenc' }))).toMatchObject({
		details: { path: 'steps[0].expectation.capture.seq' },
	});
	expect(await refused(ask({ '=': 'var.none' }))).toMatchObject({
		message: expect.stringContaining('There is no variable “none”'),
		details: { path: 'steps[0].values.frame.sequence' },
	});
	expect(await refused(ask(70_000))).toMatchObject({ message: expect.stringContaining('from 0 to 65535') });
});

test('a composed message meets its condition wherever the reads part it, and no bytes make a look throw', () => {
	const naming = { programs: structures, variables: new Map() };
	const device = structures.get('device');
	if (device === undefined) throw new Error('There is a sample.');
	fc.assert(
		fc.property(fc.nat(65535), fc.nat(255), fc.uint8Array({ maxLength: 40 }), (sequence, address, rest) => {
			const frame = { address, command: 'read', sequence, body: { first: 1, count: 2 } };
			const written = writeMessage(device, { frame });
			if (!written.ok) throw new Error('It is written.');
			const condition = `frame.sequence == ${sequence} and frame.address == ${address}`;
			const compiled = compileExpectation({ type: 'fields', structure: 'device', condition }, 'utf-8', naming);
			if (!compiled.ok) throw new Error(compiled.message);
			const whole = new Uint8Array([...written.bytes, ...rest]);
			for (let at = 1; at < written.bytes.length; at++)
				expect(compiled.look(whole.subarray(0, at), false)).toEqual({ type: 'more', started: true });
			expect(compiled.look(whole, false)).toEqual({ type: 'matched', taken: written.bytes.length });
			const verdict = compiled.look(rest, true);
			if (verdict.type === 'differs') expect(verdict.at).toBeLessThanOrEqual(rest.length);
			else expect(verdict.type).toBe('matched');
		}),
		{ numRuns: byTier(30, 500) },
	);
});
