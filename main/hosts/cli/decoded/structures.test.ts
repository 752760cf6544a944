import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { StructureInput } from '../../../../common/structure/document/schema.ts';
import { listeningPort, python, testFolder, wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();

/** A sensor as its makers describe it: written from this comment alone, as the device below is. */
const SENSOR: StructureInput = {
	structure: 1,
	id: 'sensor',
	title: 'Sensor',
	order: 'le',
	fields: [
		{ name: 'magic', type: 'u16', const: '0x5e45' },
		{ name: 'sequence', type: 'u16' },
		{ name: 'kind', type: 'u8', enum: 'Kind' },
		{ name: 'flags', type: 'u8', flags: { alarm: 0, battery: 7 } },
		{ name: 'temperature', type: 'i16', scale: 0.01, unit: '°C' },
		{ name: 'pressure', type: 'f32' },
		{ name: 'nameLength', type: 'u8' },
		{ name: 'name', type: 'text', length: 'nameLength' },
		{ name: 'checksum', type: 'checksum', algorithm: 'crc32', order: 'le' },
	],
	enums: { Kind: { 1: 'reading', 2: 'alarm' } },
};

/** Sends datagrams, and other bytes between; prints what each says, one JSON object a line. */
const DEVICE = [
	'import json, socket, struct, sys, zlib',
	's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)',
	'to = ("127.0.0.1", int(sys.argv[1]))',
	'for i in range(12):',
	'    kind = 1 + (i % 4 == 3)',
	'    flags = (i % 2) | (0x80 if i > 8 else 0)',
	'    temperature = -500 + 100 * i',
	'    name = ("höhe %d" % i).encode()',
	'    body = struct.pack("<HHBBhfB", 0x5e45, i * 5000, kind, flags, temperature, i / 8, len(name)) + name',
	'    s.sendto(body + struct.pack("<I", zlib.crc32(body)), to)',
	'    s.sendto(b"\\x00" * i + b"noise", to)',
	'    print(json.dumps(dict(sequence=i * 5000, kind=kind, battery=flags > 127, temperature=temperature / 100, pressure=i / 8, name=name.decode())))',
];

interface Said {
	readonly sequence: number;
	readonly kind: number;
	readonly battery: boolean;
	readonly temperature: number;
	readonly pressure: number;
	readonly name: string;
}

const COLUMNS = {
	sequence: 'sensor.sequence',
	kind: 'sensor.kind',
	battery: 'sensor.flags.battery',
	temperature: 'sensor.temperature',
	pressure: 'sensor.pressure',
	name: 'sensor.name',
};

function parsed<T>(lines: string): T[] {
	return lines
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line));
}

it('a structure decodes, filters and lists what a Python device sends', async () => {
	const folder = testFolder();
	const structure = join(testFolder(), 'sensor.json');
	writeFileSync(structure, JSON.stringify(SENSOR));
	const capture = join(folder, 'capture');
	const server = wirebench(['listen', 'udp://127.0.0.1:0', '--json', '--capture', capture]);
	const device = python(DEVICE, [String(await listeningPort(server))]);
	expect(await device.exit()).toBe(0);
	await server.line((line) => line.includes(Buffer.from(`${'\0'.repeat(11)}noise`).toString('hex')));
	server.child.kill('SIGINT');
	await server.exit();
	const sent = parsed<Said>(device.stdout());
	const show = async (...args: string[]) => {
		const { code, stdout, stderr } = await run(['show', capture, '--json', '--structure', structure, ...args]);
		expect([code, stderr]).toEqual([0, '']);
		return parsed<{ readonly columns: Readonly<Record<string, readonly unknown[]>> }>(stdout).map(({ columns }) =>
			Object.fromEntries(Object.entries(COLUMNS).map(([key, name]) => [key, columns[name]?.[0]])),
		);
	};
	const columns = ['--columns', Object.values(COLUMNS).join(',')];
	const filters: readonly (readonly [string, (said: Said) => boolean])[] = [
		['protocol:sensor', () => true],
		['sensor.temperature < 0', ({ temperature }) => temperature < 0],
		['sensor.kind:alarm and not sensor.flags.battery:yes', ({ kind, battery }) => kind === 2 && !battery],
		[
			'sensor.pressure >= 0.5 and sensor.name contains "1"',
			({ pressure, name }) => pressure >= 0.5 && name.includes('1'),
		],
	];
	for (const [filter, holds] of filters) {
		const wanted = sent.filter(holds);
		expect(wanted.length).toBeGreaterThan(0);
		expect(await show('--filter', filter, ...columns), filter).toEqual(wanted);
	}
	const wrong = await run(['show', capture, '--structure', structure, '--filter', 'sensor.temperatur < 0']);
	expect(wrong.code).toBe(2);
	expect(wrong.stderr).toContain('There is no decoded field sensor.temperatur. Did you mean sensor.temperature?');
});
