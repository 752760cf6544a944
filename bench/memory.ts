import type { Bench, Options } from './lib/bench.ts';
import { bigCapture, type MemoryReading } from './lib/big-capture.ts';
import { summarise } from './lib/statistics.ts';
import { judge, unmeasured, type Verdict } from './lib/verdict.ts';

const EVENTS = 10_000_000;
const GROWTH_MIB = 64;

/** The median of the readings between these event counts: garbage collection makes single readings jump. */
function between(memory: readonly MemoryReading[], events: number, from: number, to: number) {
	const values = memory.filter((reading) => reading.events >= events * from && reading.events <= events * to);
	return summarise(values.map(({ mebibytes }) => mebibytes));
}

export const bench: Bench = {
	title: 'resident memory of the main process, its threads included, while a capture grows from 1 to 10 million events',
	async run({ quick, scratch, say }: Options): Promise<Verdict[]> {
		if (process.platform !== 'linux')
			return [unmeasured('growth', 'most', GROWTH_MIB, 'MiB', 'There is no /proc here.')];
		const events = quick ? 100_000 : EVENTS;
		const { memory } = await bigCapture(scratch, events);
		if (memory === undefined) throw new Error('The capture was there before its memory could be read.');
		const early = between(memory, events, 0.08, 0.14);
		const late = between(memory, events, 0.94, 2);
		say(
			`  ${early.median.toFixed(0)} MiB (${early.min.toFixed(0)} to ${early.max.toFixed(0)}) around ${events / 10} events, ${late.median.toFixed(0)} MiB (${late.min.toFixed(0)} to ${late.max.toFixed(0)}) around ${events}`,
		);
		return [judge('growth', 'most', GROWTH_MIB, 'MiB', summarise([late.median - early.median]))];
	},
};
