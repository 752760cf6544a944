import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { byTier } from '../../../common/tier.fixture.ts';
import { LOSE_SEGMENTS, losingMissing } from '../../engine/testing/lossy-loopback.fixture.ts';
import { tsharkFields, tsharkMissing } from '../tshark.fixture.ts';
import { difference, followAll, followImport } from './follow.fixture.ts';
import { type Imported, imports } from './import.fixture.ts';
import { captureTraffic, capturingMissing, netemMissing, program, type SentBytes } from './programs.fixture.ts';

const imported = imports();
const folder = mkdtempSync(join(tmpdir(), 'wirebench-programs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const place = (name: string) => join(folder, name);
const missing = capturingMissing('dumpcap') ?? tsharkMissing;

/** More than the number of streams of either protocol in these tests' files. */
const STREAMS = 16;

/** Compares every TCP and UDP stream of a file with tshark's. Returns their number. */
async function compare(file: string, result: Imported): Promise<number> {
	const ours = followImport(result);
	const theirs = await followAll(file, { tcp: STREAMS, udp: STREAMS });
	expect(theirs.length).toBeLessThan(STREAMS);
	for (const stream of theirs) {
		const ends = [...stream.keys()];
		const own = ours.find((other) => ends.every((end) => other.has(end)));
		for (const [end, runs] of stream) {
			const why = difference(runs, own?.get(end) ?? []);
			expect(why && `${file}, ${ends.join(' and ')}, from ${end}: ${why}`).toBeUndefined();
		}
	}
	return theirs.length;
}

/** All sent payloads, over TCP and UDP, in order. */
function payloads({ events }: Imported): readonly [number, string, Buffer][] {
	return events
		.filter(({ kind }) => kind === 'data')
		.map(({ connection, direction, bytes }) => [connection, direction, bytes]);
}

/** How many segments of a file, none of which is out of order, have only bytes that were sent before; by tshark's sequence numbers. */
async function sentAgain(file: string): Promise<number> {
	const ends = new Map<string, number>();
	let count = 0;
	for (const row of await tsharkFields(file, 'tcp.len > 0', 'tcp.stream', 'tcp.srcport', 'tcp.seq', 'tcp.len')) {
		const [stream, port, sequence, length] = row;
		const side = `${stream} ${port}`;
		const end = Number(sequence) + Number(length);
		if (end <= (ends.get(side) ?? 0)) count += 1;
		else ends.set(side, end);
	}
	return count;
}

/** Every TCP connection of an import has its sent bytes. */
function complete(result: Imported, sent: readonly SentBytes[]): void {
	for (const { port, client, server } of sent) {
		const open = result.events.find(({ kind, text }) => kind === 'open' && text.includes(`:${port} →`));
		const connection = open?.connection ?? 0;
		expect(result.stream(connection, 'in').equals(client), `port ${port}, from the client`).toBe(true);
		expect(result.stream(connection, 'out').equals(server), `port ${port}, from the server`).toBe(true);
		const kinds = result.events.filter((event) => event.connection === connection).map(({ kind }) => kind);
		expect(kinds.filter((kind) => kind !== 'data')).toEqual(['open', 'end', 'end', 'close']);
	}
}

describe.skipIf(missing !== undefined)(`what dumpcap captured of real sockets${missing ? ` (${missing})` : ''}`, () => {
	const base = place('base.pcapng');
	let sent: SentBytes[] = [];
	let first: Imported;

	beforeAll(async () => {
		sent = captureTraffic(base, ['dumpcap', '-i', 'lo', '-q', '-w', base]);
		first = await imported.of(base);
	});

	test('all bytes of all connections, datagrams in fragments too, and the interface’s name', async () => {
		const result = await imported.of(base);
		complete(result, sent);
		expect(await compare(base, result)).toBeGreaterThanOrEqual(8);
		// On a busy machine the kernel sends a segment again even on the loopback.
		const retransmitted = await sentAgain(base);
		expect(result.summary).toMatchObject({ format: 'pcapng', gaps: 0, retransmitted, skipped: [] });
		expect((await tsharkFields(base, 'ip.flags.mf == 1', 'frame.number')).length).toBeGreaterThan(5);
		const interfaces = readFileSync(join(result.folder, 'capture-000001.pcapng'), 'latin1');
		expect(interfaces).toContain('"seenOn":"lo"');
	});

	const rewritten: readonly (readonly [string, readonly string[]])[] = [
		['nsecpcap', ['-F', 'nsecpcap']],
		['shifted before it began', ['-t', '-100000']],
		['pcap', ['-F', 'pcap']],
		['modpcap', ['-F', 'modpcap']],
		['an hour later', ['-F', 'pcap', '-t', '3600']],
	];
	test.each(byTier(rewritten.slice(0, 2), rewritten))('as editcap writes it: %s', async (name, args) => {
		const file = place(`${name}.cap`);
		program('editcap', ...args, base, file);
		const result = await imported.of(file);
		complete(result, sent);
		expect(payloads(result)).toEqual(payloads(first));
	});

	test('packets cut by a snap length are gaps whose bytes are counted as missing', async () => {
		const file = place('cut.pcapng');
		program('editcap', '-s', '90', base, file);
		const result = await imported.of(file);
		const bytes = sent.reduce((sum, { client, server }) => sum + client.length + server.length, 0);
		expect(result.summary.gaps).toBeGreaterThan(20);
		const { missingBytes, payloadBytes } = result.summary;
		expect(missingBytes + payloadBytes).toBeGreaterThanOrEqual(bytes);
	});

	test('duplicate packets change nothing, lost packets are gaps, and reordered ones are put in order', async () => {
		const twice = place('twice.pcapng');
		program('mergecap', '-w', twice, base, base);
		const doubled = await imported.of(twice);
		complete(doubled, sent);
		expect(doubled.summary.retransmitted).toBeGreaterThan(20);
		expect(doubled.summary.retransmitted).toBe(await sentAgain(twice));

		const lossy = place('lossy.pcapng');
		program('editcap', base, lossy, '20-21', '40', '60-63', '90', '120', '150', '180-182');
		const lost = await imported.of(lossy);
		await compare(lossy, lost);
		expect(lost.summary.gaps).toBeGreaterThan(0);

		// Pieces of 7 packets, the second of each pair before the first.
		const pieces = Array.from({ length: 10 }, (_, i) => place(`piece-${i}.pcapng`));
		for (const [i, piece] of pieces.entries()) program('editcap', '-r', base, piece, `${i * 7 + 12}-${i * 7 + 18}`);
		const start = place('start.pcapng');
		const rest = place('rest.pcapng');
		program('editcap', '-r', base, start, '1-11');
		program('editcap', base, rest, '1-81');
		const swapped = pieces.map((_, i) => pieces[i ^ 1] ?? '');
		const file = place('swapped.pcapng');
		program('mergecap', '-a', '-w', file, start, ...swapped, rest);
		const result = await imported.of(file);
		await compare(file, result);
		expect(result.summary.outOfOrder).toBeGreaterThan(0);
	});

	test('comments become notes; text2pcap’s frames are read', async () => {
		const file = place('comment.pcapng');
		program('editcap', '-a', '4:Look at this', base, file);
		const { lines } = await imported.of(file);
		expect(lines.filter((line) => line.includes('Look'))).toEqual(['#1 none note Look at this']);
		const dump = place('dump.txt');
		writeFileSync(dump, '0000 68 65 6c 6c 6f\n');
		const made = place('text.pcapng');
		program('text2pcap', '-q', '-u', '1000,69', dump, made);
		expect((await imported.of(made)).lines.slice(1)).toEqual(['#1 in data hello']);
		program('text2pcap', '-q', '-T', '50000,80', dump, made);
		expect((await imported.of(made)).lines.at(-1)).toBe('#1 in data hello');
	});

	const noLoss = losingMissing();
	test.skipIf(noLoss !== undefined)(`a network that loses segments${noLoss ? ` (${noLoss})` : ''}`, async () => {
		const file = place('losing.pcapng');
		const lossy = captureTraffic(file, ['dumpcap', '-i', 'lo', '-q', '-w', file], LOSE_SEGMENTS);
		expect(await sentAgain(file)).toBeGreaterThan(0);
		const result = await imported.of(file);
		complete(result, lossy);
		await compare(file, result);
	});

	const noNetem = netemMissing();
	test.skipIf(noNetem !== undefined)(
		`a network that loses, doubles and reorders${noNetem ? ` (${noNetem})` : ''}`,
		async () => {
			const file = place('netem.pcapng');
			const netem = 'tc qdisc add dev lo root netem delay 2ms reorder 25% 50% loss 2% duplicate 2%';
			const lossy = captureTraffic(file, ['dumpcap', '-i', 'lo', '-q', '-w', file], [netem]);
			const result = await imported.of(file);
			complete(result, lossy);
			await compare(file, result);
		},
	);
});

const noTcpdump = capturingMissing('tcpdump') ?? tsharkMissing;
const TCPDUMP: readonly (readonly [string, readonly string[]])[] = [
	['cooked, version 2', ['-i', 'any']],
	['cooked, version 1', ['-i', 'any', '-y', 'LINUX_SLL']],
	['with nanoseconds', ['-i', 'lo', '--time-stamp-precision=nano']],
];
test.skipIf(noTcpdump !== undefined).each(byTier(TCPDUMP.slice(0, 1), TCPDUMP))(
	`what tcpdump captured of real sockets, %s${noTcpdump ? ` (${noTcpdump})` : ''}`,
	async (name, args) => {
		const file = place(`${name}.pcap`);
		const sent = captureTraffic(file, ['tcpdump', '-U', '-Z', 'root', ...args, '-w', file]);
		const result = await imported.of(file);
		complete(result, sent);
		expect(await compare(file, result)).toBeGreaterThanOrEqual(8);
	},
);
