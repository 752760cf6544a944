import { readFileSync } from 'node:fs';

/** USER_HZ, which is the same on every Linux that Node runs on. */
const TICKS = 100;

/** Processor time of all threads of a process since its start, in ms; undefined where there is no /proc. */
export function processorTime(pid: number): number | undefined {
	if (process.platform !== 'linux') return undefined;
	// The name of the program, in parentheses, may have spaces.
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
	return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
}
