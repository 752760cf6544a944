import type { Machine } from './machine.ts';
import type { Summary } from './statistics.ts';

/** A budget and what was measured for it. */
export interface Verdict {
	readonly what: string;
	readonly limit: number;
	readonly measured: Summary;
	readonly met: boolean;
}

const count = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** Rows with every column as wide as its widest cell: the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows
		.map((row) =>
			row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
		)
		.map((line) => `  ${line.trimEnd()}`)
		.join('\n');
}

/** A rate per second, its range, and how many measurements stand behind it. */
export function rateRow(name: string, { median, min, max, values }: Summary): string[] {
	return [name, `${count.format(median)}/s`, `${count.format(min)} to ${count.format(max)}`, `${values.length} rounds`];
}

export function verdictLine({ what, limit, measured, met }: Verdict): string {
	const { median, min, max } = measured;
	const spread = `${min.toFixed(2)} to ${max.toFixed(2)}`;
	return `  ${met ? 'met   ' : 'MISSED'}  ${what}: at least ${limit.toFixed(2)}, measured ${median.toFixed(2)} (${spread})`;
}

export function machineLines(machine: Machine): string {
	const { cpu, cores, memoryGiB, system, node, load } = machine;
	const averages = load.map((value) => value.toFixed(2)).join(', ');
	const busy = (load[0] ?? 0) > cores / 2 ? '; the machine is BUSY, what is measured says little' : '';
	return `${cores} × ${cpu}, ${memoryGiB} GiB, ${system}, Node ${node}\nload averages before the run: ${averages}${busy}`;
}

/** What the capture wrote of payload, beside what the disk takes. Both in bytes a second. */
export function diskLine(captured: number, limit: number): string {
	const mega = (bytes: number): string => `${count.format(bytes / 1e6)} MB/s`;
	return `  the capture took ${mega(captured)} of payload; one thread writes ${mega(limit)} to the same folder`;
}
