import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { installed } from '../../common/installed.fixture.ts';
import { byTier } from '../../common/tier.fixture.ts';
import { freshFilter, readWithSharkd } from './sharkd.fixture.ts';

/** Runs a program of the Wireshark family to its end; its output is bounded, its warning about root removed. */
function run(program: string, args: readonly string[]): { stdout: string; stderr: string; code: number | null } {
	const { stdout, stderr, status, error } = spawnSync(program, args, {
		encoding: 'utf8',
		maxBuffer: 1 << 30,
		timeout: 200_000,
		env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
	});
	if (error) throw error;
	const warnings = stderr
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith('Running as user "root"'))
		.join('\n');
	return { stdout, stderr: warnings, code: status };
}

/** Why tests that need tshark cannot run here, or undefined when they can. */
export const tsharkMissing: string | undefined =
	installed('tshark') && installed('capinfos')
		? undefined
		: 'tshark and capinfos are not installed (apt-get install tshark)';

/** The deep tier starts tshark for each file, which takes more than half a second of processor time. */
export const sharkdReads: boolean = byTier(installed('sharkd'), false);

/** Protocols in our captures. Reports of others are about payloads, which tshark guesses by port number. */
const OURS = ['Frame', 'Pcapng', 'Raw', 'IPv4', 'IPv6', 'TCP', 'UDP', 'Exported PDU'];
/** Checksums are checked too, which tshark does not do by default. */
const CHECK = ['-o', 'ip.check_checksum:TRUE', '-o', 'tcp.check_checksum:TRUE', '-o', 'udp.check_checksum:TRUE'];

/** Standard output of tshark over a file. Throws if tshark prints anything on standard error or fails. */
export function tshark(file: string, ...args: string[]): string {
	const { stdout, stderr, code } = run('tshark', ['-r', file, ...CHECK, ...args]);
	if (code !== 0 || stderr !== '') throw new Error(`tshark ended with ${code}: ${stderr}`);
	return stdout;
}

/** The data of a TCP stream in tshark: the bytes from the opener, and back to it. */
interface Followed {
	readonly opener: Buffer;
	readonly acceptor: Buffer;
}

/** The result of one tshark run on a file. */
interface Reading {
	/**
	 * tshark's expert warnings and errors about the file and its conversations, malformed packets included: a line for
	 * each kind. An RST is a warning to it, and left out.
	 */
	readonly warnings: readonly string[];
	/** The fields of each packet that matches the filter; several values of a field are joined by `|`. */
	readonly rows: readonly string[][];
	/** The first TCP streams, in order. */
	readonly streams: readonly Followed[];
}

interface ReadingOptions {
	/** A display filter: which packets have a row. */
	readonly filter?: string;
	/** Fields of a row. Default: none, and no rows. */
	readonly fields?: readonly string[];
	/** Number of TCP streams to follow. Default: none. */
	readonly streams?: number;
}

const EXPERT_LINE = /^\s+\d+\s+(\S+)\s+(.+?) {2}(.*)$/;

/** Fields that a column of sharkd shows as tshark prints them; it cuts off long ones, and numbers have a form of their own. */
const COLUMNS: ReadonlySet<string> = new Set([
	'frame.number',
	'frame.section_number',
	'frame.comment',
	'frame.interface_name',
	'tcp.len',
]);

/** All of it at once: tshark's start takes longer than its reading. */
export async function tsharkReading(file: string, options: ReadingOptions = {}): Promise<Reading> {
	const { filter, fields = [], streams = 0 } = options;
	if (!sharkdReads || !fields.every((field) => COLUMNS.has(field))) return readingOfTshark(file, options);
	return readWithSharkd(file, async (ask) => {
		const [expert] = tapsSchema.parse(await ask('tap', { tap0: 'expert' })).taps;
		const columns = Object.fromEntries(fields.map((field, i) => [`column${i}`, `${field}:0`]));
		const frames =
			fields.length === 0 ? [] : await ask('frames', { filter: freshFilter(filter ?? 'frame'), ...columns });
		const followed: Followed[] = [];
		for (let stream = 0; stream < streams; stream++) {
			const found = followSchema.parse(await ask('follow', { follow: 'TCP', filter: `tcp.stream==${stream}` }));
			if (found.chost === 'NONE') throw new Error(`sharkd does not follow stream ${stream}.`);
			const sent = (server: boolean) =>
				Buffer.concat(found.payloads.filter(({ s }) => (s === 1) === server).map(({ d }) => Buffer.from(d, 'base64')));
			followed.push({ opener: sent(false), acceptor: sent(true) });
		}
		const warned = expert?.details.filter(({ s, p, m }) => SEVERE.includes(s) && isWarning(p, m)) ?? [];
		return {
			warnings: [...new Set(warned.map(({ p, m }) => `${p}: ${m}`))],
			rows: framesSchema.parse(frames).map(({ c }) => c),
			streams: followed,
		};
	});
}

const SEVERE = ['Warning', 'Error'];
const isWarning = (protocol: string, summary: string | undefined): boolean =>
	OURS.includes(protocol) && summary !== 'Connection reset (RST)';

/** What sharkd answers: severity, protocol and message of a remark; the columns of a packet; payloads, `s` of the acceptor. */
const tapsSchema = z.object({
	taps: z.array(z.object({ details: z.array(z.object({ s: z.string(), p: z.string(), m: z.string() })) })),
});
const framesSchema = z.array(z.object({ c: z.array(z.string()) }));
export const followSchema = z.object({
	chost: z.string(),
	cport: z.string(),
	shost: z.string(),
	sport: z.string(),
	payloads: z.array(z.object({ d: z.string(), s: z.number().optional() })).default([]),
});

function readingOfTshark(file: string, { filter, fields = [], streams = 0 }: ReadingOptions): Reading {
	const taps = Array.from({ length: streams }, (_, stream) => ['-z', `follow,tcp,raw,${stream}`]);
	// A number that every packet has distinguishes a row from the output of the taps after the rows. A field that is
	// named twice has one column only.
	const columns = ['frame.cap_len', ...fields].flatMap((field) => ['-e', field]);
	const format = ['-T', 'fields', '-E', 'separator=/t', '-E', 'aggregator=|', ...columns];
	const packets = [...(filter === undefined ? [] : ['-Y', filter]), ...(fields.length === 0 ? ['-q'] : format)];
	const output = tshark(file, ...packets, '-z', 'expert,warn', ...taps.flat());
	const lines = output.split('\n');
	const [, ...parts] = output.split(/^Filter: tcp\.stream eq /m);
	const byStream = new Map(parts.map((part) => [Number.parseInt(part, 10), followed(part)]));
	return {
		warnings: lines.filter((line) => {
			const [, , protocol = '', summary] = EXPERT_LINE.exec(line) ?? [];
			return isWarning(protocol.trim(), summary);
		}),
		rows: lines.flatMap((line) => {
			const [, row = ''] = /^\d+\t(.*)$/.exec(line) ?? [];
			return row === '' ? [] : [row.split('\t')];
		}),
		streams: Array.from({ length: streams }, (_, stream) => {
			const one = byStream.get(stream);
			if (one === undefined) throw new Error(`tshark does not follow stream ${stream}.`);
			return one;
		}),
	};
}

/** Rows of the given fields, one for each packet that matches `filter`; several values are joined by `|`. */
export async function tsharkFields(file: string, filter: string, ...fields: string[]): Promise<readonly string[][]> {
	return (await tsharkReading(file, { filter, fields })).rows;
}

function followed(output: string): Followed {
	const opener: Buffer[] = [];
	const acceptor: Buffer[] = [];
	for (const line of output.split('\n')) {
		const match = /^(\t?)([0-9a-f]+)$/.exec(line);
		if (match?.[2] !== undefined) (match[1] === '' ? opener : acceptor).push(Buffer.from(match[2], 'hex'));
	}
	return { opener: Buffer.concat(opener), acceptor: Buffer.concat(acceptor) };
}

/** The output of capinfos for a file, by its own names. Throws if it reports a problem. */
export function capinfos(file: string): Map<string, string> {
	const { stdout, stderr, code } = run('capinfos', ['-M', file]);
	if (code !== 0 || stderr !== '') throw new Error(`capinfos ended with ${code}: ${stderr}`);
	const entries = stdout.split('\n').flatMap((line): [string, string][] => {
		const match = /^([^:]+):\s+(.*)$/.exec(line);
		return match ? [[match[1] ?? '', match[2] ?? '']] : [];
	});
	return new Map(entries);
}
