import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { SAMPLES as DNS } from '../../../../common/decode/dns/samples.fixture.ts';
import { SAMPLES as MODBUS } from '../../../../common/decode/modbus/samples.fixture.ts';
import { tsharkMissing } from '../../../../common/decode/testing/tshark.fixture.ts';
import type { StructureInput } from '../../../../common/structure/document/schema.ts';
import { pcapFile } from '../../../capture/import/files.fixture.ts';
import { ACK, framed, ip, PSH, tcpSegment, udpDatagram } from '../../../capture/import/frames.fixture.ts';
import { testFolder } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();

const CLIENT = '10.0.0.1';
const SERVER = '10.0.0.2';

/** A packet with a sample: each in a connection of its own. */
function frame({ bytes, context }: (typeof DNS)[number], i: number): Uint8Array {
	const isAnswer = context.from === 'server';
	const [source, destination] = isAnswer ? [SERVER, CLIENT] : [CLIENT, SERVER];
	const [server = 9999] = context.ports ?? [];
	const ports = isAnswer ? { from: server, to: 40_000 + i } : { from: 40_000 + i, to: server };
	const addresses = { source, destination };
	if (context.transport === 'datagram') return framed(1, ip(addresses, 17, udpDatagram(addresses, ports, bytes)));
	return framed(
		1,
		ip(addresses, 6, tcpSegment(addresses, ports, { sequence: 1, acknowledgement: 1, flags: PSH | ACK, data: bytes })),
	);
}

let path = '';
beforeEach(() => {
	const samples = [
		...DNS.filter(({ context }) => context.transport === 'datagram' && context.ports?.[0] === 53),
		...MODBUS.filter(({ context }) => context.transport === 'stream' && context.ports?.[0] === 502),
	];
	path = join(testFolder(), 'samples.pcap');
	writeFileSync(
		path,
		pcapFile(samples.map((sample, i) => ({ time: BigInt(i) * 1_000_000_000n, bytes: frame(sample, i) }))),
	);
});

interface Shown {
	readonly event: string;
	readonly endpoint: string;
	readonly hex: string;
	readonly decoded?: readonly {
		readonly protocol: string;
		readonly fields?: readonly { readonly value?: unknown }[];
	}[];
	readonly columns?: Readonly<Record<string, readonly unknown[]>>;
}

async function shown(...args: string[]): Promise<Shown[]> {
	const { code, stdout, stderr } = await run(['show', path, '--json', ...args]);
	expect(stderr).toBe('');
	expect(code).toBe(0);
	const all: Shown[] = stdout
		.trim()
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line));
	return all.filter(({ event }) => event === 'data');
}

/** The payloads that a display filter of Wireshark finds. */
function foundByTshark(filter: string): string[] {
	const fields = ['-e', 'udp.payload', '-e', 'tcp.payload'];
	const { stdout, stderr, status } = spawnSync('tshark', ['-r', path, '-Y', filter, '-T', 'fields', ...fields], {
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(stderr);
	return stdout
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.toSorted();
}

it.skipIf(tsharkMissing !== undefined).each([
	// Wireshark leaves the bit of an exception out of the function.
	['modbus.function=3 or modbus.function=0x83', 'modbus.func_code == 3'],
	['modbus.function == 15 or modbus.function == 6', 'modbus.func_code == 15 or modbus.func_code == 6'],
	['modbus.transaction > 0x1510 and modbus.unit=17', 'mbtcp.trans_id > 0x1510 and mbtcp.unit_id == 17'],
	['modbus.exception:*', 'modbus.exception_code'],
	['protocol:dns', 'dns'],
	['dns.question.name contains example', 'dns.qry.name contains "example"'],
	['dns.flags.response=1', 'dns.flags.response == 1'],
	['dns.answer.ttl > 100 or modbus.address < 4', 'dns.resp.ttl > 100 or modbus.reference_num < 4'],
])('%s finds what Wireshark finds by %s', async (own, theirs) => {
	const found = (await shown('--filter', own)).map(({ hex }) => hex).toSorted();
	const wanted = foundByTshark(theirs);
	expect(wanted).not.toEqual([]);
	expect(found).toEqual(wanted);
});

it('prints fields as columns, and payloads decoded', async () => {
	const [first] = await shown(
		'--filter',
		'modbus.function=3',
		'--columns',
		'modbus.function, modbus.unit,dns.id',
		'--decode',
		'auto',
	);
	expect(first).toMatchObject({
		columns: { 'modbus.function': [3], 'modbus.unit': [17], 'dns.id': [] },
		decoded: [{ protocol: 'modbus', start: 0, fields: [{ name: 'transaction' }, {}, {}, {}, {}, {}, {}] }],
	});
	const lines = await run(['show', path, '--filter', 'modbus.function=3', '--columns', 'modbus.function']);
	expect(lines.stdout).toContain('modbus.function=3 Read Holding Registers');
	const [other] = await shown('--filter', 'modbus.function=3', '--decode', 'msgpack');
	expect(other?.decoded?.[0]).toMatchObject({ protocol: 'msgpack' });
});

it('refuses what is no name of a field', async () => {
	const { code, stderr } = await run(['show', path, '--columns', 'modbus']);
	expect(code).not.toBe(0);
	expect(stderr).toContain('“modbus” is no name of a decoded field');
	const near = await run(['show', path, '--columns', 'dns.id,modbus.functoin']);
	expect(near.code).toBe(2);
	expect(near.stderr).toContain('There is no decoded field modbus.functoin. Did you mean modbus.function?');
});

const METER: StructureInput = {
	structure: 1,
	id: 'meter',
	fields: [
		{ name: 'transaction', type: 'u16' },
		{ name: 'protocol', type: 'u16', const: 0 },
		{ name: 'length', type: 'u16' },
		{ name: 'unit', type: 'u8' },
		{ name: 'code', type: 'u8' },
		{ name: 'body', type: 'bytes' },
	],
};

function structureFile(structure: StructureInput): string {
	const file = join(testFolder(), `${structure.id}.json`);
	writeFileSync(file, JSON.stringify(structure));
	return file;
}

it('takes structures from files as protocols of filters, and refuses ids that are there already', async () => {
	const file = structureFile(METER);
	const exported = await run(['export', path, '--format', 'csv', '--structure', file, '--filter', 'meter.code:*']);
	expect(exported.code).toBe(0);
	const counted = await run(['stats', path, '--structure', file, '--filter', 'meter.code == 3', '--json']);
	expect(counted.code).toBe(0);
	const twice = await run(['show', path, '--structure', file, '--structure', file]);
	expect(twice.stderr).toContain('Another structure has the id meter.');
	const own = await run(['show', path, '--structure', structureFile({ ...METER, id: 'modbus' })]);
	expect(own.stderr).toContain('“modbus”');
	expect([twice.code, own.code]).toEqual([2, 2]);
});

it('decodes the payloads of an endpoint as a protocol or structure that is named for it', async () => {
	const [row] = await shown('--filter', 'modbus.function=3');
	const choice = `${row?.endpoint}=meter`;
	const args = ['--structure', structureFile(METER), '--decode', choice];
	const all = await shown(...args, '--filter', 'meter.code == 3', '--columns', 'meter.unit');
	expect(all.length).toBeGreaterThan(0);
	for (const { decoded, endpoint, columns } of all) {
		expect(columns?.['meter.unit']).toEqual([decoded?.[0]?.fields?.[3]?.value]);
		expect(endpoint).toBe(row?.endpoint);
		expect(decoded?.[0]?.protocol).toBe('meter');
	}
	const wrong = await run(['show', path, '--decode', 'a=nothing']);
	expect(wrong.code).toBe(2);
	expect(wrong.stderr).toContain("argument 'a=nothing' is invalid. Allowed choices are auto, cbor,");
});
