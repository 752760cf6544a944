import { spawnSync } from 'node:child_process';

/** Runs a program of the Wireshark family to its end; its output is bounded, its warning about being root taken away. */
function run(program: string, args: readonly string[]): { stdout: string; stderr: string; code: number | null } {
	const { stdout, stderr, status, error } = spawnSync(program, args, {
		encoding: 'utf8',
		maxBuffer: 1 << 30,
		timeout: 60_000,
		env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
	});
	if (error) throw error;
	const warnings = stderr
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith('Running as user "root"'))
		.join('\n');
	return { stdout, stderr: warnings, code: status };
}

function installed(program: string): boolean {
	const { error, status } = spawnSync(program, ['--version'], { timeout: 60_000 });
	return error === undefined && status === 0;
}

/** The reason for which tests that need tshark cannot run here, or undefined when they can. */
export const tsharkMissing: string | undefined =
	installed('tshark') && installed('capinfos')
		? undefined
		: 'tshark and capinfos are not installed (apt-get install tshark)';

/** Protocols that a capture consists of. What others say is about payloads, which a port number made tshark guess at. */
const OURS = ['Frame', 'Pcapng', 'Raw', 'IPv4', 'IPv6', 'TCP', 'UDP', 'Exported PDU'];
/** Checksums are looked at too, which tshark leaves out unless told. */
const CHECK = ['-o', 'ip.check_checksum:TRUE', '-o', 'tcp.check_checksum:TRUE', '-o', 'udp.check_checksum:TRUE'];

/** Standard output of tshark over a file. Throws if tshark says anything on standard error or fails. */
export function tshark(file: string, ...args: string[]): string {
	const { stdout, stderr, code } = run('tshark', ['-r', file, ...CHECK, ...args]);
	if (code !== 0 || stderr !== '') throw new Error(`tshark ended with ${code}: ${stderr}`);
	return stdout;
}

/** Rows of the given fields, one for each packet that `filter` lets through; several values are joined by `|`. */
export function tsharkFields(file: string, filter: string, ...fields: string[]): string[][] {
	const wanted = fields.flatMap((field) => ['-e', field]);
	const output = tshark(file, '-Y', filter, '-T', 'fields', '-E', 'separator=/t', '-E', 'aggregator=|', ...wanted);
	return output
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => line.split('\t'));
}

/**
 * What tshark's experts think is wrong with the file and its conversations, malformed packets included: a line for each
 * kind of warning or error. An RST is a warning to them, and left out.
 */
export function tsharkWarnings(file: string): string[] {
	const columns = /^\s+\d+\s+(\S+)\s+(.+?) {2}(.*)$/;
	return tshark(file, '-q', '-z', 'expert,warn')
		.split('\n')
		.filter((line) => {
			const [, , protocol = '', summary] = columns.exec(line) ?? [];
			return OURS.includes(protocol.trim()) && summary !== 'Connection reset (RST)';
		});
}

/** What tshark follows in a TCP stream: the bytes from the opener, and back to it. */
interface Followed {
	readonly opener: Buffer;
	readonly acceptor: Buffer;
}

export function tsharkFollow(file: string, stream: number): Followed {
	return followed(tshark(file, '-q', '-z', `follow,tcp,raw,${stream}`));
}

/** The same of the first `count` streams, in one run: starting tshark takes longer than it reads. */
export function tsharkFollowAll(file: string, count: number): Followed[] {
	const taps = Array.from({ length: count }, (_, stream) => ['-z', `follow,tcp,raw,${stream}`]);
	const [, ...parts] = tshark(file, '-q', ...taps.flat()).split(/^Filter: tcp\.stream eq /m);
	const byStream = new Map(parts.map((part) => [Number.parseInt(part, 10), followed(part)]));
	return Array.from({ length: count }, (_, stream) => {
		const one = byStream.get(stream);
		if (one === undefined) throw new Error(`tshark does not follow stream ${stream}.`);
		return one;
	});
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

/** What capinfos says of a file, by the names it uses. Throws if it complains. */
export function capinfos(file: string): Map<string, string> {
	const { stdout, stderr, code } = run('capinfos', ['-M', file]);
	if (code !== 0 || stderr !== '') throw new Error(`capinfos ended with ${code}: ${stderr}`);
	const entries = stdout.split('\n').flatMap((line): [string, string][] => {
		const match = /^([^:]+):\s+(.*)$/.exec(line);
		return match ? [[match[1] ?? '', match[2] ?? '']] : [];
	});
	return new Map(entries);
}
