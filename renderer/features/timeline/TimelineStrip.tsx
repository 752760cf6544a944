import { useFolded } from '../../app/state/window/pane-layout.ts';
import { TimelineChart } from './TimelineChart.tsx';
import { TimelineHead } from './TimelineHead.tsx';
import './timeline.css';
import { useWords } from '../../words/index.ts';

/** Traffic over time, for the whole capture: an overview, and a way to filter by time range. */
export function TimelineStrip() {
	const open = !useFolded('timeline');
	const { title } = useWords().timeline;
	return (
		<section className="timeline" aria-label={title}>
			<TimelineHead />
			{open ? <TimelineChart /> : null}
		</section>
	);
}
