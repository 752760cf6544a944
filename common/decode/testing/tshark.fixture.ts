import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed } from '../../installed.fixture.ts';
import type { Sample } from './samples.fixture.ts';

/** A field as Wireshark has it: its range in the payload, what it shows, and the bytes in hex. */
export interface WiresharkField {
	readonly name: string;
	readonly start: number;
	readonly end: number;
	readonly show: string;
	readonly value: string;
}

export const tsharkMissing = installed('tshark') ? undefined : 'tshark is not installed (apt-get install tshark)';

const HEADER = { stream: 40, datagram: 28 } as const;
const RAW_IP = 101;

/** An IPv4 packet with the sample, between 10.0.0.1 (client) and 10.0.0.2; checksums are left out, which tshark does not check. */
function packet(
	{ bytes, context: { transport, ports: [port = 9999] = [], from } }: Sample,
	clientPort: number,
	sequence: number,
	acknowledged: number,
): Buffer {
	const header = Buffer.alloc(HEADER[transport]);
	header.writeUInt8(0x45, 0);
	header.writeUInt16BE(header.length + bytes.length, 2);
	header.writeUInt8(64, 8);
	header.writeUInt8(transport === 'stream' ? 6 : 17, 9);
	header.set(from === 'server' ? [10, 0, 0, 2, 10, 0, 0, 1] : [10, 0, 0, 1, 10, 0, 0, 2], 12);
	const [source, target] = from === 'server' ? [port, clientPort] : [clientPort, port];
	header.writeUInt16BE(source, 20);
	header.writeUInt16BE(target, 22);
	if (transport === 'stream') {
		header.writeUInt32BE(sequence, 24);
		header.writeUInt32BE(acknowledged, 28);
		header.writeUInt16BE(0x5018, 32);
		header.writeUInt16BE(65535, 34);
	} else header.writeUInt16BE(8 + bytes.length, 24);
	return Buffer.concat([header, bytes]);
}

/** A pcap file of packets. */
function pcap(packets: readonly Buffer[]): Buffer {
	const head = Buffer.alloc(24);
	head.writeUInt32LE(0xa1b2c3d4, 0);
	head.writeUInt16LE(2, 4);
	head.writeUInt16LE(4, 6);
	head.writeUInt32LE(262144, 16);
	head.writeUInt32LE(RAW_IP, 20);
	const records = packets.flatMap((bytes, i) => {
		const record = Buffer.alloc(16);
		record.writeUInt32LE(i + 1, 0);
		record.writeUInt32LE(bytes.length, 8);
		record.writeUInt32LE(bytes.length, 12);
		return [record, bytes];
	});
	return Buffer.concat([head, ...records]);
}

const ENTITIES = new Map([
	['&lt;', '<'],
	['&gt;', '>'],
	['&amp;', '&'],
	['&quot;', '"'],
	['&apos;', "'"],
]);
const unescaped = (text: string) => text.replace(/&\w+;/g, (entity) => ENTITIES.get(entity) ?? entity);

/** The fields of each packet in a PDML document. */
function fieldsOf(pdml: string, samples: readonly Sample[]): WiresharkField[][] {
	return [...pdml.matchAll(/<packet>([\s\S]*?)<\/packet>/g)].map(([, body = ''], i) => {
		const skipped = HEADER[samples[i]?.context.transport ?? 'stream'];
		return [...body.matchAll(/<field ([^>]*?)\/?>/g)].flatMap(([, attributes = '']) => {
			const get = (name: string) => unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
			const start = Number(get('pos')) - skipped;
			return start < 0
				? []
				: [{ name: get('name'), start, end: start + Number(get('size')), show: get('show'), value: get('value') }];
		});
	});
}

/**
 * What tshark finds in each sample, all in one start of it. @param options as `-d tcp.port==9999,mqtt`
 */
export function wiresharkFields(samples: readonly Sample[], ...options: readonly string[]): WiresharkField[][] {
	return fieldsIn(
		samples,
		samples.map((sample, i) => packet(sample, 40_000 + i, 1, 1)),
		options,
	);
}

/** The same of samples that follow each other in one connection. */
export function wiresharkConversation(samples: readonly Sample[], ...options: readonly string[]): WiresharkField[][] {
	const next = { client: 1, server: 1 };
	const packets = samples.map((sample) => {
		const [from, to] =
			sample.context.from === 'server' ? (['server', 'client'] as const) : (['client', 'server'] as const);
		const bytes = packet(sample, 40_000, next[from], next[to]);
		next[from] += sample.bytes.length;
		return bytes;
	});
	return fieldsIn(samples, packets, options);
}

function fieldsIn(
	samples: readonly Sample[],
	packets: readonly Buffer[],
	options: readonly string[],
): WiresharkField[][] {
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-decode-'));
	try {
		const file = join(folder, 'samples.pcap');
		writeFileSync(file, pcap(packets));
		const { stdout, stderr, status } = spawnSync('tshark', ['-r', file, '-T', 'pdml', ...options], {
			encoding: 'utf8',
			maxBuffer: 1 << 28,
			timeout: 120_000,
			env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
		});
		if (status !== 0) throw new Error(`tshark ended with ${status}: ${stderr}`);
		return fieldsOf(stdout, samples);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
