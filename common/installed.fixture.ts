import { spawnSync } from 'node:child_process';

/** Whether a program is there. Looked up by the shell: starting tshark for its version takes more than half a second of processor time. */
export function installed(program: string): boolean {
	const lookUp = process.platform === 'win32' ? 'where' : 'command -v';
	return spawnSync(`${lookUp} ${program}`, { shell: true, stdio: 'ignore', timeout: 60_000 }).status === 0;
}
