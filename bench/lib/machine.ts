import { spawnSync } from 'node:child_process';
import os from 'node:os';

/** The machine's properties that figures depend on. */
export interface Machine {
	readonly cpu: string;
	readonly cores: number;
	readonly memoryGiB: number;
	readonly system: string;
	readonly node: string;
	/** Load averages over 1, 5 and 15 minutes. */
	readonly load: readonly number[];
}

export function describeMachine(): Machine {
	const cpus = os.cpus();
	return {
		cpu: cpus[0]?.model.trim() ?? 'unknown',
		cores: cpus.length,
		memoryGiB: Math.round(os.totalmem() / 2 ** 30),
		system: `${os.type()} ${os.release()}`,
		node: process.version,
		load: os.loadavg(),
	};
}

/** The version line of a program's `--version` output, or undefined where it is not installed. */
export function versionOf(program: string, args: readonly string[]): string | undefined {
	const { stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
	if (error !== undefined) return undefined;
	const lines = `${stdout}\n${stderr}`.split('\n');
	return lines.find((line) => /version/i.test(line))?.trim() ?? program;
}
