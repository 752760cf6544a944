import { ChevronDown, ChevronRight, Maximize2, Minus, Plus, Rows3, X } from 'lucide-react';
import type { Settings } from '../../../common/contract/calls/settings.ts';
import { timeRangeOf } from '../../../common/filter/index.ts';
import { useTip } from '../../app/shared/use-tip.ts';
import { useFilter } from '../../app/state/capture/filter.ts';
import { toggleFold, useFolded } from '../../app/state/window/pane-layout.ts';
import { updateSettings, useSettings } from '../../app/state/window/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { useWords } from '../../words/index.ts';
import { zoomBy } from './keys.ts';
import type { Measure } from './lanes.ts';
import { filterTo, lookAt, spanOf, useTimeline, viewOf } from './store.ts';
import { bucketAt, figuresOf, offsetText, rangeText } from './words.ts';

const MEASURES = ['bytes', 'events'] as const;

function change(patch: Partial<Settings['timeline']>): void {
	updateSettings({ timeline: { ...useSettings.getState().timeline, ...patch } });
}

/** The options of the strip, and the figures at the pointer. */
export function TimelineHead() {
	const { timeline: text } = useWords();
	const { measure, split } = useSettings((settings) => settings.timeline);
	const open = !useFolded('timeline');
	const { panes } = useWords();
	const tip = useTip();
	const zoomedIn = useTimeline((timeline) => timeline.view !== undefined);
	const empty = useTimeline((timeline) => spanOf(timeline) === 0);
	return (
		<header className="timeline-head">
			<IconButton
				label={panes.timeline.show}
				tip={tip(open ? panes.timeline.fold : panes.timeline.show, 'fold-timeline')}
				size="s"
				aria-expanded={open}
				onClick={() => toggleFold('timeline')}
			>
				{open ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
			</IconButton>
			<h2>{text.title}</h2>
			{open ? (
				<>
					<Readout measure={measure} />
					<RangeOfFilter />
					{zoomedIn ? <FilterToView /> : null}
					<Segmented<Measure>
						label={text.measure.label}
						className="timeline-measure"
						value={measure}
						segments={MEASURES.map((value) => ({ value, label: text.measure[value] }))}
						onChange={(chosen) => change({ measure: chosen })}
					/>
					<IconButton label={text.split} size="s" aria-pressed={split} onClick={() => change({ split: !split })}>
						<Rows3 size={14} />
					</IconButton>
					<IconButton label={text.zoomOut} size="s" disabled={!zoomedIn} onClick={() => zoomBy(2)}>
						<Minus size={14} />
					</IconButton>
					<IconButton label={text.zoomIn} size="s" disabled={empty} onClick={() => zoomBy(0.5)}>
						<Plus size={14} />
					</IconButton>
					<IconButton label={text.whole} size="s" disabled={!zoomedIn} onClick={() => lookAt(undefined)}>
						<Maximize2 size={13} />
					</IconButton>
				</>
			) : null}
		</header>
	);
}

/** The figures of the bucket under the pointer, or of the whole view. */
function Readout({ measure }: { readonly measure: Measure }) {
	const { timeline: text } = useWords();
	const timeline = useTimeline();
	const { state, cursor } = timeline;
	if (state === undefined || state.span === 0) return <span className="timeline-readout" />;
	const bucket = cursor === undefined ? undefined : bucketAt(state, cursor);
	const perSecond = bucket === undefined ? undefined : 1e9 / (bucket.to - bucket.from);
	const figures = figuresOf(state, bucket ?? viewOf(timeline), measure, perSecond);
	const [errors, errorWord] = figures.errors.split(' ');
	const looking = state.scanned < state.stored;
	return (
		<span className="timeline-readout">
			{bucket === undefined ? null : <span>{offsetText(bucket.from, bucket.to - bucket.from)}</span>}
			<span>
				{text.in} <b className="timeline-in">{figures.in}</b>
			</span>
			<span>
				{text.out} <b className="timeline-out">{figures.out}</b>
			</span>
			<span className="timeline-events">{figures.events}</span>
			{errors === undefined || errors === '' ? null : (
				<span className="timeline-errors">
					✕ {errors} <span className="timeline-error-word">{errorWord}</span>
				</span>
			)}
			{looking ? <progress aria-label={text.looking} max={state.stored} value={state.scanned} /> : null}
		</span>
	);
}

function RangeOfFilter() {
	const { clearRange } = useWords().timeline;
	const applied = useFilter((filter) => filter.applied);
	const range = applied === '' ? undefined : timeRangeOf(applied);
	if (range === undefined) return null;
	return (
		<Button className="timeline-range" title={clearRange} onClick={() => filterTo(undefined)}>
			<span className="timeline-range-text">{rangeText(range, 1e6)}</span>
			<X size={12} role="img" aria-label={clearRange} />
		</Button>
	);
}

function FilterToView() {
	const { filterToView } = useWords().timeline;
	const filter = () => {
		const { view } = useTimeline.getState();
		if (view !== undefined) filterTo({ ...(view.from > 0 ? { from: view.from } : {}), to: view.to });
	};
	return (
		<Button variant="ghost" className="timeline-to-view" onClick={filter}>
			{filterToView}
		</Button>
	);
}
