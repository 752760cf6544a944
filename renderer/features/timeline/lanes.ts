import type { TimelineFigures, TimelineState } from '../../../common/contract/calls/figures/timeline.ts';
import { words } from '../../words/index.ts';
import type { View } from './view.ts';

export type Measure = 'bytes' | 'events';

/** One line of the strip: received data above its middle, sent data below. Per second. */
export interface Lane {
	readonly name: string;
	readonly into: readonly number[];
	readonly out: readonly number[];
	readonly figures: TimelineFigures;
}

/** The lanes of a state: one, or one per endpoint. */
export function lanesOf({ total, endpoints, others, width }: TimelineState, measure: Measure, split: boolean): Lane[] {
	const { others: rest, all } = words().timeline;
	const parts = split
		? [...endpoints, ...(others === undefined ? [] : [{ name: rest, figures: others }])]
		: [{ name: all, figures: total }];
	return parts.map(({ name, figures }) => {
		const rate = (numbers: readonly number[]) => numbers.map((number) => (number * 1e9) / width);
		const bytes = measure === 'bytes';
		return {
			name,
			figures,
			into: rate(bytes ? figures.bytesIn : figures.eventsIn),
			out: rate(bytes ? figures.bytesOut : figures.eventsOut),
		};
	});
}

/** The highest visible value of all lanes. */
export function peakOf(lanes: readonly Lane[], { from, width }: TimelineState, view: View): number {
	const first = Math.max(0, Math.floor((view.from - from) / width));
	const end = Math.ceil((view.to - from) / width);
	let peak = 0;
	for (const { into, out } of lanes) {
		for (const side of [into, out]) for (const value of side.slice(first, end)) if (value > peak) peak = value;
	}
	return peak;
}

/**
 * The outline of a side of a lane, as an SVG path: steps between `middle` and `reach` pixels from it (negative: up). A
 * value above zero is at least a pixel high.
 */
export function outline(
	values: readonly number[],
	x: (bucket: number) => number,
	middle: number,
	reach: number,
	peak: number,
): string {
	if (peak <= 0) return '';
	const height = (value: number) =>
		value === 0 ? 0 : Math.sign(reach) * Math.max(1, (value / peak) * Math.abs(reach));
	let path = '';
	let open = false;
	for (let i = 0; i < values.length; i++) {
		const value = values[i] ?? 0;
		if (value === 0) continue;
		let end = i + 1;
		while (end < values.length && values[end] === value) end++;
		const y = rounded(middle + height(value));
		path += open && values[i - 1] !== 0 ? `V${y}` : `M${rounded(x(i))} ${middle}V${y}`;
		// Less than a pixel would hardly be visible.
		path += `H${rounded(Math.max(x(end), x(i) + 1))}`;
		open = values[end] !== undefined && values[end] !== 0;
		if (!open) path += `V${middle}Z`;
		i = end - 1;
	}
	return path;
}

function rounded(number: number): number {
	return Math.round(number * 10) / 10;
}
