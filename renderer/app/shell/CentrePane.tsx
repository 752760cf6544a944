import { type ComponentType, Suspense } from 'react';
import { JumpBars } from '../../features/jump/index.ts';
import { LogPanel } from '../../features/log/index.ts';
import { TimelineStrip } from '../../features/timeline/index.ts';
import { afterFirstPaint } from '../shared/after-first-paint.tsx';
import { type CentreView, useCentre } from '../state/window/centre.ts';
import { Pane } from './Pane.tsx';

const CONVERSATION = afterFirstPaint(
	async () => (await import('../../features/conversation/index.ts')).ConversationPanel,
);
const SEQUENCE = afterFirstPaint(
	async () => (await import('../../features/sequence-diagram/index.ts')).SequenceDiagramPanel,
);

/** The views that a window does not begin with, most of the time: loaded after the first paint. */
export const OTHER_VIEWS = [CONVERSATION, SEQUENCE];

/** The component of each view. Its panel shows `CentreViews` in its head, so that the person can switch views. */
const PANELS: Record<CentreView, ComponentType> = {
	log: LogPanel,
	conversation: CONVERSATION.Part,
	sequence: SEQUENCE.Part,
};

/** The middle of the window: the timeline, and the traffic in the chosen view. */
export function CentrePane() {
	const view = useCentre((centre) => centre.view);
	const Panel = PANELS[view];
	return (
		<div className="centre">
			<Pane name="timeline">
				<TimelineStrip />
			</Pane>
			<Pane key={view} name={view}>
				<JumpBars />
				<Suspense fallback={null}>
					<Panel />
				</Suspense>
			</Pane>
		</div>
	);
}
