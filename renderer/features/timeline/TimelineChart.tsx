import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { timeRangeOf } from '../../../common/filter/index.ts';
import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { useFilter } from '../../app/state/capture/filter.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { useWords, words } from '../../words/index.ts';
import { onTimelineKey } from './keys.ts';
import { spanOf, useTimeline, viewOf } from './store.ts';
import { TimelinePicture } from './TimelinePicture.tsx';
import { useFeed } from './use-feed.ts';
import { useGestures } from './use-gestures.ts';
import { useSelectedTime } from './use-selected-time.ts';
import type { View } from './view.ts';
import { bucketAt, figuresOf, offsetText } from './words.ts';

/** The chart itself, with its selection. */
export function TimelineChart() {
	const { timeline: text } = useWords();
	const { split, measure } = useSettings((settings) => settings.timeline);
	const chart = useRef<HTMLDivElement>(null);
	const [width, setWidth] = useState(0);
	useLayoutEffect(() => {
		const element = chart.current;
		if (element === null) return;
		const observer = new ResizeObserver(() => setWidth(element.clientWidth));
		observer.observe(element);
		return () => observer.disconnect();
	}, []);
	useFeed(width, split);
	useGestures(chart);
	const timeline = useTimeline();
	const { state, error, cursor, anchor } = timeline;
	const span = spanOf(timeline);
	const view = viewOf(timeline);
	const applied = useFilter((filter) => filter.applied);
	const range = applied === '' ? undefined : timeRangeOf(applied);
	const capture = useCaptureStatus((status) => status.id);
	const time = useSelectedTime(capture);
	const selected =
		time === undefined || state?.begin === undefined ? undefined : Math.max(0, Number(time - state.begin));

	const onKeyDown = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		if (span > 0 && onTimelineKey(event, width)) event.preventDefault();
	};
	const x = (at: number) => ((at - view.from) / (view.to - view.from)) * width;
	const bucket = state === undefined || cursor === undefined ? undefined : bucketAt(state, cursor);
	return (
		<div
			ref={chart}
			role="slider"
			className="timeline-chart"
			aria-label={text.axis}
			aria-valuemin={0}
			aria-valuemax={span}
			aria-valuenow={cursor ?? 0}
			aria-valuetext={bucket && state ? spoken(bucket, state, measure, cursor, anchor) : text.noTime}
			tabIndex={0}
			data-pane-focus=""
			onKeyDown={onKeyDown}
		>
			{state === undefined || span === 0 ? null : (
				<TimelinePicture state={state} view={view} width={width} measure={measure} split={split} />
			)}
			<Band
				className="timeline-brush"
				from={range && x(range.from ?? 0)}
				to={range && x(range.to ?? view.to)}
				width={width}
			/>
			<Band
				className="timeline-draft"
				from={anchor === undefined || cursor === undefined ? undefined : x(Math.min(anchor, cursor))}
				to={anchor === undefined || cursor === undefined ? undefined : x(Math.max(anchor, cursor))}
				width={width}
			/>
			<Mark className="timeline-selected" at={selected === undefined ? undefined : x(selected)} width={width} />
			<Mark className="timeline-cursor" at={cursor === undefined || span === 0 ? undefined : x(cursor)} width={width} />
			{error !== undefined ? (
				<span className="timeline-word timeline-failed" role="alert">
					{text.failed(error.message)}
				</span>
			) : span === 0 ? (
				<span className="timeline-word">{text.empty}</span>
			) : null}
		</div>
	);
}

function spoken(
	bucket: View,
	state: Parameters<typeof figuresOf>[0],
	measure: Parameters<typeof figuresOf>[2],
	cursor = 0,
	anchor: number | undefined,
): string {
	const figures = figuresOf(state, bucket, measure, 1e9 / (bucket.to - bucket.from));
	const step = bucket.to - bucket.from;
	const from = anchor === undefined ? '' : offsetText(anchor, step);
	const { in: received, out: sent, events, errors } = figures;
	return words().timeline.spoken(offsetText(cursor, step), received, sent, events, errors, from);
}

interface BandProps {
	readonly className: string;
	readonly from: number | undefined;
	readonly to: number | undefined;
	readonly width: number;
}

/** The visible part of a time range. */
function Band({ className, from, to, width }: BandProps) {
	if (from === undefined || to === undefined) return null;
	const left = Math.min(Math.max(0, from), width);
	const right = Math.min(Math.max(left, to), width);
	if (right <= 0 || left >= width) return null;
	return <span className={className} style={{ left, width: Math.max(1, right - left) }} />;
}

function Mark({
	className,
	at,
	width,
}: {
	readonly className: string;
	readonly at: number | undefined;
	readonly width: number;
}) {
	if (at === undefined || at < 0 || at > width) return null;
	return <span className={className} style={{ left: Math.min(at, width - 1) }} />;
}
