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
	return `${cores} × ${cpu}, ${memoryGiB} GiB, ${system}, Node ${node}\nload averages before the run: ${averages}`;
}
