import type { Machine } from './machine.ts';
import type { Summary } from './statistics.ts';
import type { Verdict } from './verdict.ts';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** Rows with columns as wide as their widest cell: the first aligned left, the others right. */
export function table(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows
		.map((row) =>
			row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
		)
		.map((line) => `  ${line.trimEnd()}`)
		.join('\n');
}

/** A rate per second, its range, and the number of measurements. */
export function rateRow(name: string, { median, min, max, values }: Summary): string[] {
	return [name, `${whole.format(median)}/s`, `${whole.format(min)} to ${whole.format(max)}`, `${values.length} rounds`];
}

function figure(value: number, unit: string): string {
	if (unit === '') return value.toFixed(2);
	const number = Math.abs(value) >= 100 || Number.isInteger(value) ? whole.format(value) : value.toFixed(1);
	return unit.startsWith('/') ? number + unit : `${number} ${unit}`;
}

/** Whether it was met, its name, the limit, the measurement, its spread. */
export function verdictCells({ what, bound, limit, unit, measured, met }: Verdict): string[] {
	const mark = met ? 'met' : 'MISSED';
	const wanted = `${bound === 'least' ? '≥' : '≤'} ${figure(limit, unit)}`;
	if (measured === undefined) return [what, mark, wanted, 'not measured', ''];
	const { median, min, max, values } = measured;
	const spread = values.length < 2 ? '' : `${figure(min, unit)} to ${figure(max, unit)}`;
	return [what, mark, wanted, figure(median, unit), spread];
}

/** One line for a verdict, with the note where there is one. */
export function verdictLine(verdict: Verdict): string {
	const [what, mark, wanted, measured, spread] = verdictCells(verdict);
	const range = spread === '' ? '' : ` (${spread})`;
	const why = verdict.note === undefined ? '' : `\n            ${verdict.note}`;
	return `    ${mark?.padEnd(6)}  ${what}: ${wanted}, measured ${measured}${range}${why}`;
}

export function machineLines(machine: Machine): string {
	const { cpu, cores, memoryGiB, system, node } = machine;
	return `${cores} × ${cpu}, ${memoryGiB} GiB, ${system}, Node ${node}\n${loadLine(machine)}`;
}

export function loadLine({ cores, load }: Pick<Machine, 'cores' | 'load'>): string {
	const averages = load.map((value) => value.toFixed(2)).join(', ');
	const busy = (load[0] ?? 0) > cores / 2 ? '; the machine is BUSY, absolute figures say little' : '';
	return `load averages: ${averages}${busy}`;
}

/** The captured payload rate compared with the disk's write rate. Both in bytes per second. */
export function diskLine(captured: number, limit: number): string {
	const mega = (bytes: number): string => `${whole.format(bytes / 1e6)} MB/s`;
	return `  the capture took ${mega(captured)} of payload; one thread writes ${mega(limit)} to the same folder`;
}
