import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks per second in /proc: USER_HZ, which is 100 on every Linux machine that Node supports. */
const TICKS = 100;

/** Processor seconds of each thread of a process by its name and number, including kernel time. */
export type ThreadTimes = ReadonlyMap<string, number>;

/** Undefined where there is no /proc. */
export function threadTimes(pid: number): ThreadTimes | undefined {
	if (process.platform !== 'linux') return undefined;
	const times = new Map<string, number>();
	for (const id of readdirSync(`/proc/${pid}/task`)) {
		const { name, seconds } = statIn(`/proc/${pid}/task/${id}`);
		times.set(Number(id) === pid ? 'main thread' : `${name} ${id}`, seconds);
	}
	return times;
}

/** Processor time of all threads of a process since its start, in ms; undefined where there is no /proc. */
export function processorTime(pid: number): number | undefined {
	return process.platform === 'linux' ? statIn(`/proc/${pid}`).seconds * 1000 : undefined;
}

/** Resident memory of a process, in MiB; 0 where there is no /proc. */
export function residentMebibytes(pid: number): number {
	if (process.platform !== 'linux') return 0;
	const [, kibibytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	return Number(kibibytes) / 1024;
}

function statIn(folder: string): { readonly name: string; readonly seconds: number } {
	const stat = readFileSync(`${folder}/stat`, 'utf8');
	const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return { name, seconds: (Number(fields[11]) + Number(fields[12])) / TICKS };
}

/** The busiest threads between two readings, in percent of a core: `main thread 97 %, WriterThread 31 %`. */
export function busiest(before: ThreadTimes | undefined, after: ThreadTimes | undefined, seconds: number): string {
	if (before === undefined || after === undefined) return 'no /proc to say which thread was busy';
	return [...after]
		.map(([name, time]) => ({ name, share: (time - (before.get(name) ?? 0)) / seconds }))
		.sort((a, b) => b.share - a.share)
		.filter(({ share }, i) => i < 4 && share >= 0.02)
		.map(({ name, share }) => `${name.replace(/ \d+$/, '')} ${Math.round(share * 100)} %`)
		.join(', ');
}
