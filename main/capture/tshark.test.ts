import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { byTier } from '../../common/tier.fixture.ts';
import { connection, converse } from './conversations.fixture.ts';
import { openCapture } from './index.ts';
import { type BlockPlace, parseBlock } from './pcapng/parse.ts';
import { pattern, Recording, temporaryFolders } from './recording.fixture.ts';
import { capinfos, tsharkFields, tsharkMissing, tsharkReading } from './tshark.fixture.ts';
import type { Capture } from './types.ts';

const newFolder = temporaryFolders();
/** The files of a finished capture, in order. */
function segments(folder: string): string[] {
	const names = readdirSync(folder).filter((name) => name.endsWith('.pcapng'));
	return names.sort().map((name) => join(folder, name));
}

/** A file with all segments one after the other. */
function joined(folder: string): string {
	const path = join(folder, 'joined.pcapng');
	writeFileSync(path, Buffer.concat(segments(folder).map((file) => readFileSync(file))));
	return path;
}

/** Problems in tshark's analysis, and wrong checksums. */
const FAULTS =
	'(tcp.analysis.flags && !tcp.analysis.reused_ports) || tcp.checksum.status != 1 || udp.checksum.status != 1 || ip.checksum.status != 1';

/** The file has no problem. Its TCP streams, numbered in the order of their SYN, are those of the recording, if given. */
async function expectClean(file: string, recording?: Recording): Promise<void> {
	const ids = (recording?.expected ?? []).filter(({ kind }) => kind === 'open').map(({ connection }) => connection);
	const options = { filter: FAULTS, fields: ['frame.number'], streams: ids.length };
	const { warnings, rows, streams } = await tsharkReading(file, options);
	expect(warnings).toEqual([]);
	expect(rows).toEqual([]);
	for (const [stream, { opener, acceptor }] of streams.entries()) {
		const id = ids[stream] ?? 0;
		const role = recording?.expected.find((event) => event.connection === id)?.direction;
		const [fromOpener, fromAcceptor] = role === 'in' ? (['in', 'out'] as const) : (['out', 'in'] as const);
		expect(recording?.stream(id, fromOpener).equals(opener), `stream ${stream}, from the opener`).toBe(true);
		expect(recording?.stream(id, fromAcceptor).equals(acceptor), `stream ${stream}, to the opener`).toBe(true);
	}
}

async function recorded(record: (recording: Recording) => void, segmentBytes?: number) {
	const folder = newFolder();
	const capture: Capture = await openCapture(segmentBytes === undefined ? { folder } : { folder, segmentBytes });
	const recording = new Recording(capture);
	record(recording);
	await capture.close();
	return { folder, recording };
}

describe.skipIf(tsharkMissing !== undefined)(
	`tshark reads what was captured${tsharkMissing ? `: ${tsharkMissing}` : ''}`,
	() => {
		test('reads TCP conversations without a warning, and every stream byte for byte', async () => {
			const { folder, recording } = await recorded(converse);
			const [file = ''] = segments(folder);
			await expectClean(file, recording);
			const info = capinfos(file);
			expect(info.get('Capture application')).toBe('Wirebench');
			expect(info.get('File timestamp precision')).toBe('nanoseconds (9)');
		});

		test('reads replies that are the received bytes themselves', async () => {
			const { folder, recording } = await recorded((recording) => {
				const endpoint = recording.endpoint('Echo');
				for (const id of [1, 2]) recording.open(connection(id, endpoint, {}));
				for (const [n, size] of [4096, 65_492, 65_536, 200_003, 5001, 65_536, 70_000].entries()) {
					const bytes = pattern(size, n);
					recording.data(1, 'in', bytes);
					if (n % 3 === 0) recording.data(2, 'in', pattern(100, n));
					recording.data(1, 'out', bytes);
					recording.data(2, 'out', bytes);
				}
			});
			const [file = ''] = segments(folder);
			await expectClean(file, recording);
		});

		test('and would detect a missing packet, a wrong byte, and a file that is cut short', async () => {
			const { folder } = await recorded((recording) => {
				recording.open(connection(1, recording.endpoint('One'), {}));
				for (let i = 0; i < 3; i++) recording.data(1, 'in', pattern(100, i));
			});
			const [file = ''] = segments(folder);
			const bytes = readFileSync(file);
			const blocks: BlockPlace[] = [];
			for (let place = parseBlock(bytes, 0, 0); place; place = parseBlock(bytes, place.at + place.length, 0)) {
				blocks.push(place);
			}
			const { at = 0, length = 0 } = blocks.at(-2) ?? {};
			writeFileSync(file, Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]));
			await expect(expectClean(file)).rejects.toThrow();
			expect(await tsharkFields(file, FAULTS, 'frame.number')).not.toEqual([]);
			writeFileSync(file, bytes.with(at + 80, (bytes[at + 80] ?? 0) ^ 1));
			await expect(expectClean(file)).rejects.toThrow();
			writeFileSync(file, bytes.subarray(0, -4));
			await expect(expectClean(file)).rejects.toThrow('cut short');
			writeFileSync(file, bytes);
			await expectClean(file);
		});

		test('each event other than data has its comment, in order, and flags: SYN from the opener, FIN and RST from their sender', async () => {
			const { folder, recording } = await recorded(converse);
			const [file = ''] = segments(folder);
			const fields = ['frame.comment', 'tcp.stream', 'tcp.len', 'tcp.srcport', 'tcp.flags.str'];
			const rows = await tsharkFields(file, 'frame', ...fields);
			const comments = rows.flatMap(([comment = '']) => (comment === '' ? [] : [comment]));
			const expected = recording.expected
				.filter((event) => event.kind !== 'data')
				.map(({ connection, kind, direction, text }) => {
					const subject = connection === 0 ? 'endpoint' : `#${connection}`;
					return `${subject} ${kind}${direction === 'none' ? '' : ` ${direction}`}${text === '' ? '' : `: ${text}`}`;
				});
			expect(comments).toEqual(expected);

			const flags = (wanted: number) =>
				rows
					.filter(([, stream, length]) => stream === String(wanted) && length === '0')
					.map(([, , , port, text = '']) => `${port} ${text.replaceAll('·', '')}`);
			const handshake = ['40001 S', '8080 AS', '40001 A'];
			expect(flags(0)).toEqual([...handshake, '40001 AF', '8080 AF', '40001 A']);
			expect(flags(1)).toEqual(['50002 S', '8080 AS', '50002 A', '8080 AF', '50002 AF', '8080 A']);
			expect(flags(2)).toEqual(['50003 S', '7 AS', '50003 A', '7 AR']);
			expect(flags(3).slice(3)).toEqual(['8080 AF']);
			expect(flags(4).slice(3)).toEqual(['9 AF', '5005 AF', '9 A']);
			expect(flags(5).slice(3)).toEqual(['8080 AR']);
			expect(flags(6)).toEqual([...handshake, '40001 AF', '8080 AF', '40001 A']);
		});

		test('reads segments each alone, and all of them in one file', async () => {
			const { folder, recording } = await recorded(converse, byTier(1_500_000, 800_000));
			const files = segments(folder);
			expect(files.length).toBeGreaterThan(byTier(1, 3));
			for (const file of files) {
				await expectClean(file);
				expect(capinfos(file).get('Capture application')).toBe('Wirebench');
			}
			await expectClean(joined(folder), recording);
		});

		test('reads UDP datagrams in both families, the empty one too', async () => {
			const { folder, recording } = await recorded((recording) => {
				const endpoint = recording.endpoint('Datagrams');
				const v6 = { local: { address: '::1', port: 5353 }, remote: { address: '::1', port: 5354 } };
				recording.open(connection(1, endpoint, { protocol: 'udp' }));
				recording.open(connection(2, endpoint, { protocol: 'udp', ...v6 }));
				for (const [i, size] of [1, 0, 2, 64, 1472, 65_507].entries()) {
					recording.data(1, 'in', pattern(size, i));
					recording.data(1, 'out', pattern(size, i + 50));
					recording.data(2, 'in', pattern(size, i + 100));
				}
				recording.data(2, 'out', pattern(65_527, 9));
				recording.event(1, 'error', 'in', 'ECONNREFUSED: nobody listens there');
				recording.event(1, 'close', 'none');
			});
			const [file = ''] = segments(folder);
			await expectClean(file);
			const datagrams = await tsharkFields(file, 'udp', 'udp.payload', 'frame.packet_flags_direction', 'udp.length');
			const expected = recording.expected
				.filter((event) => event.kind === 'data')
				.map(({ bytes, direction }) => [
					Buffer.from(bytes).toString('hex'),
					direction === 'in' ? '0x00000001' : '0x00000002',
					String(bytes.length + 8),
				]);
			expect(datagrams).toEqual(expected);
		});

		test('two ends in one file: the accepting one as IP, the other as exported PDUs with their addresses', async () => {
			const { folder } = await recorded((recording) => {
				const server = recording.endpoint('Server');
				const client = recording.endpoint('Client');
				const a = { address: '127.0.0.1', port: 8080 };
				const b = { address: '127.0.0.1', port: 45_000 };
				const six = { address: '::1', port: 9 };
				recording.open(connection(1, client, { role: 'opened', local: b, remote: a, mirrored: true }));
				recording.open(connection(2, server, { local: a, remote: b }));
				recording.data(1, 'out', pattern(300_000, 1), true);
				recording.data(2, 'in', pattern(300_000, 1));
				recording.data(2, 'out', pattern(3, 2));
				recording.data(1, 'in', pattern(3, 2), true);
				recording.event(1, 'end', 'out');
				recording.event(2, 'end', 'in');
				recording.event(2, 'close', 'none');
				recording.event(1, 'close', 'none');
				recording.open(connection(3, client, { protocol: 'udp', role: 'opened', local: six, remote: six }));
				recording.data(3, 'out', pattern(20, 3), true);
				recording.data(3, 'in', pattern(30, 3));
			});
			const [file = ''] = segments(folder);
			const fields = [
				'exported_pdu.ipv4_src',
				'exported_pdu.ipv4_dst',
				'exported_pdu.ipv6_src',
				'exported_pdu.src_port',
				'exported_pdu.dst_port',
				'data.data',
				'frame.interface_name',
				'frame.protocols',
				'tcp.stream',
				'udp.length',
			];
			await expectClean(file);
			const { rows, streams } = await tsharkReading(file, { filter: 'frame', fields, streams: 1 });
			expect(streams[0]?.opener.equals(pattern(300_000, 1))).toBe(true);
			expect(rows.filter((row) => row[8] === '1')).toEqual([]);
			const has = (row: readonly string[], ...protocols: string[]) =>
				protocols.every((protocol) => row[7]?.split(':').includes(protocol));
			const pdus = rows.filter((row) => has(row, 'exported_pdu', 'data')).map((row) => row.slice(0, 7));
			const bytes = (from: number, to: number) =>
				Buffer.concat(pdus.slice(from, to).map((row) => Buffer.from(row[5] ?? '', 'hex')));
			expect(pdus.length).toBe(7);
			expect(bytes(0, 5).equals(pattern(300_000, 1))).toBe(true);
			expect(pdus[0]?.slice(0, 5)).toEqual(['127.0.0.1', '127.0.0.1', '', '45000', '8080']);
			expect(pdus[5]).toEqual([
				'127.0.0.1',
				'127.0.0.1',
				'',
				'8080',
				'45000',
				Buffer.from(pattern(3, 2)).toString('hex'),
				'Client (exported)',
			]);
			expect(pdus[6]?.slice(2, 5)).toEqual(['::1', '9', '9']);
			expect(bytes(6, 7).equals(pattern(20, 3))).toBe(true);
			expect(rows.filter((row) => has(row, 'udp', 'ipv6')).map((row) => row[9])).toEqual(['38']);
		});

		test('a file that still grows', async () => {
			const folder = newFolder();
			const capture = await openCapture({ folder });
			const recording = new Recording(capture);
			const endpoint = recording.endpoint('Growing');
			recording.open(connection(1, endpoint, {}));
			for (let round = 0; round < byTier(2, 3); round++) {
				recording.data(1, round % 2 === 0 ? 'in' : 'out', pattern(100_000, round));
				await capture.flush();
				const [file = ''] = segments(folder);
				await expectClean(file, recording);
			}
			await capture.close();
		});

		test('interfaces have the name and the config of their endpoint', async () => {
			const { folder } = await recorded((recording) => {
				recording.endpointEvent(recording.endpoint('Zwei — 二'), 'listening', '127.0.0.1:1');
			});
			const [file = ''] = segments(folder);
			const [[name, text = ''] = []] = await tsharkFields(
				file,
				'frame',
				'frame.interface_name',
				'frame.interface_description',
			);
			expect(name).toBe('Zwei — 二 (exported)');
			const [, json = ''] = /^udp run 1 (.*)$/.exec(text) ?? [];
			expect(JSON.parse(json.replaceAll('\\"', '"'))).toMatchObject({
				id: 'id-Zwei — 二',
				config: { kind: 'udp', port: 0 },
			});
		});
	},
);
