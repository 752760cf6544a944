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

/** Kinds of threads, by their names; those of other programs are `main thread`. */
const KINDS: ReadonlyMap<string, string> = new Map([
	['V8Worker', 'collectors, compilers'],
	['capture-writer', 'writer'],
]);

/** Processor seconds of all processes of a group by the kind of their threads, including those of its children; undefined without /proc. */
export function timesByKind(group: number): ReadonlyMap<string, number> | undefined {
	if (process.platform !== 'linux') return undefined;
	const times = new Map<string, number>();
	for (const pid of readdirSync('/proc').map(Number)) {
		if (!(pid > 0) || groupOf(pid) !== group) continue;
		for (const [name, seconds] of threadTimes(pid) ?? []) {
			const kind = name === 'main thread' ? name : (KINDS.get(name.replace(/ \d+$/, '')) ?? 'others');
			times.set(kind, (times.get(kind) ?? 0) + seconds);
		}
	}
	return times;
}

/** The group of a process; undefined where it has ended. */
function groupOf(pid: number): number | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
	} catch (error) {
		if (error instanceof Error && 'code' in error) return undefined;
		throw error;
	}
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
