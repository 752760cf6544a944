import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import type { TestBench } from '../testing/workbench.fixture.ts';

/** Why a proxy cannot be started here, or undefined. */
export function missing(program: 'microsocks' | 'ncat'): string | undefined {
	const { error } = spawnSync(program, ['--help'], { timeout: 60_000 });
	return error && `${program} is not installed`;
}

let last = 0;

/** A loopback address that no other process of the tests uses, so that a port on it is free. */
function ownAddress(): string {
	last += 1;
	return `127.${128 + ((process.pid >> 8) & 127)}.${process.pid & 255}.${last}`;
}

/** A third-party proxy, ended with the test. Resolves with its address once it accepts. */
async function run(bench: TestBench, program: string, args: (host: string, port: number) => string[]) {
	const host = ownAddress();
	const port = 1080;
	const child = spawn(program, args(host, port), { stdio: 'ignore' });
	const ended = once(child, 'close');
	onTestFinished(async () => {
		child.kill('SIGKILL');
		await ended;
	});
	const look = { kind: 'tcp-client', name: 'look', host, port, reconnect: { firstMs: 10, maxMs: 50 } } as const;
	const { id } = bench.create(look);
	await bench.engine.start(id);
	await bench.engine.remove(id);
	return { host, port };
}

export function microsocks(bench: TestBench, more: readonly string[] = []) {
	return run(bench, 'microsocks', (host, port) => ['-i', host, '-p', String(port), ...more]);
}

export function ncatProxy(bench: TestBench, more: readonly string[] = []) {
	return run(bench, 'ncat', (host, port) => ['-l', host, String(port), '-k', '--proxy-type', 'http', ...more]);
}
