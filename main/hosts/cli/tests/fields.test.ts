import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STRUCTURE_SAMPLES } from '../../../../common/structure/samples/index.ts';
import { Peer, runPeer } from '../../../engine/testing/python.fixture.ts';
import { listeningPort, testFolder, wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();
const DEVICE = STRUCTURE_SAMPLES.find(({ id }) => id === 'device');

/** A folder with the structure in a file of its own. */
function folder(files: Readonly<Record<string, unknown>>): (name: string) => string {
	const at = testFolder();
	for (const [name, value] of Object.entries({ 'device.json': DEVICE, ...files }))
		writeFileSync(join(at, name), JSON.stringify(value));
	return (name) => join(at, name);
}

const RULES = [
	{
		match: { type: 'fields', structure: 'device', condition: 'frame.command == Command::read' },
		compose: {
			structure: 'device',
			values: {
				frame: {
					address: { '=': 'frame.address' },
					command: 'values',
					sequence: { '=': 'frame.sequence' },
					body: { first: { '=': 'frame.body.first' }, values: [21.5] },
				},
			},
		},
	},
];

const steps = (address: number) => [
	{
		type: 'send-fields',
		structure: 'device',
		values: { frame: { address: 3, command: 'read', sequence: 9, body: { first: 7, count: 2 } } },
	},
	{
		type: 'expect',
		expectation: {
			type: 'fields',
			structure: 'device',
			condition: `frame.command == Command::values and frame.address == ${address}`,
			capture: { warm: 'frame.body.values[1]' },
		},
		withinMs: 60_000,
	},
];

test('listen --rules answers a Python client by fields, with the structure from a file beside the rules', async () => {
	const at = folder({ 'rules.json': { structures: ['device.json'], rules: RULES } });
	const framing = ['--framing', 'length:2be,offset=2,add=2'];
	const server = wirebench(['listen', 'tcp://127.0.0.1:0', '--rules', at('rules.json'), ...framing, '--json']);
	const port = String(await listeningPort(server));
	expect(await runPeer('field_client', ['127.0.0.1', port, '3:7:100:2'])).toEqual(['3 7 100 21.5']);
});

test('test runs against a Python device by fields: of a single test, and of a workspace', async () => {
	const port = Number(await new Peer('field_device', []).line());
	const client = { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port };
	const at = folder({
		'one.json': { client, structures: ['device.json'], steps: steps(3) },
		'work.wirebench.json': { wirebench: 1, structures: [DEVICE], tests: [{ name: 'wrong', client, steps: steps(4) }] },
	});
	const one = await run(['test', at('one.json'), '--json']);
	expect(one).toMatchObject({ code: 0, stdout: expect.stringContaining('"captured":{"warm":"32302e38"}') });
	const wrong = await run(['test', at('work.wirebench.json')]);
	expect(wrong.code).toBe(1);
	expect(wrong.stdout).toContain('frame.address == 4 does not hold: frame.address = 3 (1 byte at offset 4).');
});

test('workspace check reports a structure that there is not, and a wrong expression with its place', async () => {
	const server = { kind: 'tcp-server', host: '127.0.0.1', port: 0 };
	const match = (structure: string, condition: string) => ({
		responder: { rules: [{ match: { type: 'fields', structure, condition } }] },
	});
	const at = folder({
		'work.wirebench.json': {
			wirebench: 1,
			structures: [DEVICE],
			endpoints: [
				{ ...server, id: 'e1', name: 'one', ...match('devise', '') },
				{ ...server, id: 'e2', name: 'two', ...match('device', 'frame.adress == 1') },
			],
			tests: [
				{
					name: 'three',
					client: { kind: 'tcp-client', name: 'c', host: '127.0.0.1', port: 1 },
					steps: [{ ...steps(3)[0], structure: 'none' }],
				},
			],
		},
	});
	const { code, stdout, stderr } = await run(['workspace', 'check', at('work.wirebench.json')]);
	expect(code).not.toBe(0);
	const lines = stdout + stderr;
	expect(lines).toMatch(/endpoints\[0\]\.responder\.rules\[0\]\.match\.structure.*There is no structure “devise”/);
	expect(lines).toMatch(/endpoints\[1\]\.responder\.rules\[0\]\.match\.condition.*no field “adress”/);
	expect(lines).toMatch(/tests\[0\]\.steps\[0\]\.structure.*There is no structure “none”/);
});
