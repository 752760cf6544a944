import { useSettings } from '../../app/state/window/settings.ts';
import { TimelineChart } from './TimelineChart.tsx';
import { TimelineHead } from './TimelineHead.tsx';
import './timeline.css';

/** How much happened when, over the whole capture: to see where to look, and to filter to a range of time. */
export function TimelineStrip() {
	const open = useSettings((settings) => settings.timeline.open);
	return (
		<section className="timeline" aria-label="Timeline">
			<TimelineHead />
			{open ? <TimelineChart /> : null}
		</section>
	);
}
