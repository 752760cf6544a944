import { memo } from 'react';
import type { TimelineState } from '../../../common/contract/calls/figures/timeline.ts';
import { useWords } from '../../words/index.ts';
import { type Lane, lanesOf, type Measure, outline, peakOf } from './lanes.ts';
import { ticks, type View } from './view.ts';
import { offsetText, rateText } from './words.ts';

/** px */
const ONE_LANE = 44;
const SPLIT_LANE = 26;
const AXIS = 15;
const TICKS_APART = 84;

export interface TimelinePictureProps {
	readonly state: TimelineState;
	readonly view: View;
	/** px */
	readonly width: number;
	readonly measure: Measure;
	readonly split: boolean;
}

/** The outlines, the axis under them and the names of the lanes. */
export const TimelinePicture = memo(function TimelinePicture(props: TimelinePictureProps) {
	const { state, view, width, measure, split } = props;
	const { timeline: text } = useWords();
	const lanes = lanesOf(state, measure, split);
	const lane = split ? SPLIT_LANE : ONE_LANE;
	const height = lane * Math.max(1, lanes.length) + AXIS;
	const peak = peakOf(lanes, state, view);
	const x = (at: number) => ((at - view.from) / (view.to - view.from)) * width;
	const { step, times } = ticks(view, width, TICKS_APART);
	return (
		<>
			<svg className="timeline-picture" width={width} height={height} aria-hidden="true">
				{times.map((at, i) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the view moves while a capture grows; the elements stay
					<line key={i} className="timeline-tick" x1={crisp(x(at))} x2={crisp(x(at))} y1={0} y2={height - AXIS} />
				))}
				{lanes.map((one, i) => (
					<LaneShape
						key={one.name}
						lane={one}
						state={state}
						x={x}
						middle={i * lane + lane / 2}
						reach={lane / 2 - 2}
						peak={peak}
					/>
				))}
				{times.map((at, i) =>
					x(at) > width - TICKS_APART / 2 ? null : (
						// biome-ignore lint/suspicious/noArrayIndexKey: as above
						<text key={i} className="timeline-time" x={x(at) + 3} y={height - 4}>
							{offsetText(at, step)}
						</text>
					),
				)}
			</svg>
			{split ? (
				lanes.map(({ name }, i) => (
					<span key={name} className="timeline-name" style={{ top: i * lane + 1 }}>
						{name}
					</span>
				))
			) : peak === 0 ? null : (
				<span className="timeline-name">{text.peak(rateText(peak, measure))}</span>
			)}
		</>
	);
});

interface LaneShapeProps {
	readonly lane: Lane;
	readonly state: TimelineState;
	readonly x: (at: number) => number;
	readonly middle: number;
	readonly reach: number;
	readonly peak: number;
}

function LaneShape({ lane, state, x, middle, reach, peak }: LaneShapeProps) {
	const begin = (bucket: number) => x(state.from + bucket * state.width);
	const errors = lane.figures.errors.flatMap((count, i) => (count === 0 ? [] : [begin(i)]));
	return (
		<g>
			<path className="timeline-shape-in" d={outline(lane.into, begin, middle, -reach, peak)} />
			<path className="timeline-shape-out" d={outline(lane.out, begin, middle, reach, peak)} />
			<line className="timeline-base" x1={0} x2="100%" y1={middle} y2={middle} />
			<path className="timeline-shape-error" d={errors.map((at) => `M${crisp(at)} ${middle - 5}v10`).join('')} />
		</g>
	);
}

/** Aligns a line of one pixel so that it is not blurred over two. */
function crisp(at: number): number {
	return Math.round(at) + 0.5;
}
