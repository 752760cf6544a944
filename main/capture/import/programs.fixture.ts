import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const TRAFFIC = join(import.meta.dirname, 'traffic.fixture.py');

function call(program: string, args: readonly string[]): { code: number | null; output: string; errors: string } {
	const { status, stdout, stderr, error } = spawnSync(program, args, {
		encoding: 'utf8',
		maxBuffer: 1 << 28,
		timeout: 200_000,
	});
	if (error) return { code: null, output: '', errors: error.message };
	return { code: status, output: stdout, errors: stderr };
}

/** Runs a program; returns its output. Throws where it fails. */
export function program(name: string, ...args: string[]): string {
	const { code, output, errors } = call(name, args);
	if (code !== 0) throw new Error(`${name} ended with ${code}: ${errors}`);
	return output;
}

/** Why capturing with this program is not possible here, or undefined. */
export function capturingMissing(name: string): string | undefined {
	if (call(name, ['--version']).code !== 0) return `${name} is not installed`;
	if (call('python3', ['--version']).code !== 0) return 'python3 is not installed';
	return call('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up']).code === 0
		? undefined
		: 'a network namespace takes unshare, iproute2 and their rights';
}

/** Why simulating packet loss is not possible here, or undefined. */
export function netemMissing(): string | undefined {
	return call('unshare', ['-n', 'tc', 'qdisc', 'add', 'dev', 'lo', 'root', 'netem', 'loss', '1%']).code === 0
		? undefined
		: 'the kernel has no netem, or tc (iproute2) is missing';
}

/** The bytes that one connection sent, by its client's port. */
export interface SentBytes {
	readonly port: number;
	readonly client: Buffer;
	readonly server: Buffer;
}

/**
 * Runs real socket traffic in a separate network namespace while a program captures into `file`. `prepare`: commands
 * that change the loopback first.
 */
export function captureTraffic(file: string, command: readonly string[], prepare: readonly string[] = []): SentBytes[] {
	const set = ['ip link set lo up mtu 1500', ...prepare].join(' && ');
	const output = program(
		'unshare',
		'-n',
		'sh',
		'-c',
		`${set} && exec "$@"`,
		'sh',
		'python3',
		TRAFFIC,
		file,
		...command,
	);
	const list: unknown = JSON.parse(output);
	if (!Array.isArray(list)) throw new TypeError('The traffic was not reported.');
	return list.map(({ port, client, server }) => ({
		port: Number(port),
		client: Buffer.from(String(client), 'hex'),
		server: Buffer.from(String(server), 'hex'),
	}));
}
