import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { run, testFolder } from './cli.fixture.ts';

/** Third-party servers, and their clients, by how each prints its version. */
const VERSION = {
	nginx: '-v',
	'redis-server': '--version',
	'redis-cli': '--version',
	'redis-benchmark': '--version',
	mosquitto: '-h',
	mosquitto_sub: '--version',
	mosquitto_pub: '--version',
} as const;

/** Why a test that needs these programs is skipped; undefined when it can run. */
export function missing(...programs: (keyof typeof VERSION)[]): string | undefined {
	const absent = programs.filter((name) => spawnSync(name, [VERSION[name]], { timeout: 60_000 }).error !== undefined);
	return absent.length === 0 ? undefined : `not installed: ${absent.join(', ')}`;
}

/** Where a server listens. */
export interface Place {
	readonly host: string;
	readonly port: number;
}

let last = 0;

/** On a loopback address that no other process of the tests uses, so that any port of it is free. */
function ownPlace(port: number): Place {
	last += 1;
	return { host: `127.${128 + ((process.pid >> 8) & 127)}.${process.pid & 255}.${last}`, port };
}

/** A server that runs until the test ends; resolves once it is ready. */
async function serving(program: string, args: readonly string[], ready: string): Promise<void> {
	const server = run('sh', ['-c', 'exec "$@" 2>&1', 'sh', program, ...args]);
	await server.line((line) => line.includes(ready));
}

export interface NginxOptions {
	/** Files by their names. */
	readonly files: Readonly<Record<string, string | Uint8Array>>;
	/** More lines of its `server` block, such as those of TLS; `ssl` is added automatically. */
	readonly tls?: readonly string[];
}

/** nginx with a folder of files, with TLS on request. */
export async function nginx({ files, tls }: NginxOptions): Promise<Place> {
	const place = ownPlace(8080);
	const folder = testFolder();
	mkdirSync(join(folder, 'files'));
	for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'files', name), content);
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((what) => `${what}_temp_path ${what};`);
	const config = [
		'daemon off; master_process off; pid nginx.pid; error_log stderr notice; events {}',
		`http { types { text/plain txt; } access_log off; ${temporary.join(' ')}`,
		`server { listen ${place.host}:${place.port}${tls ? ' ssl' : ''}; root files;`,
		...(tls ?? []),
		'} }',
	];
	writeFileSync(join(folder, 'nginx.conf'), config.join('\n'));
	await serving('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], 'event method');
	return place;
}

/** More than the steps that redis needs to rehash a table of subcommands: it does one with each look into it. */
const REDIS_LOOKS = 64;

/** redis-server without persistence, whose documentation of commands has its last order. */
export async function redis(): Promise<Place> {
	const place = ownPlace(6379);
	const args = ['--port', String(place.port), '--bind', place.host, '--save', '', '--dir', testFolder()];
	await serving('redis-server', args, 'Ready to accept connections');
	const looks = ['-r', String(REDIS_LOOKS), 'command', 'count'];
	await run('redis-cli', ['-h', place.host, ...looks]).exit();
	return place;
}

/** mosquitto, an MQTT broker, open to everybody. */
export async function mosquitto(): Promise<Place> {
	const place = ownPlace(1883);
	const file = join(testFolder(), 'mosquitto.conf');
	// As root it would switch to another user.
	const lines = [`listener ${place.port} ${place.host}`, 'allow_anonymous true', `user ${userInfo().username}`];
	writeFileSync(file, `${lines.join('\n')}\n`);
	await serving('mosquitto', ['-c', file, '-v'], 'running');
	return place;
}
