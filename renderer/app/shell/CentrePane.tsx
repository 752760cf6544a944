import type { ComponentType } from 'react';
import { ConversationPanel } from '../../features/conversation/index.ts';
import { JumpBars } from '../../features/jump/index.ts';
import { LogPanel } from '../../features/log/index.ts';
import { SequenceDiagramPanel } from '../../features/sequence-diagram/index.ts';
import { TimelineStrip } from '../../features/timeline/index.ts';
import { type CentreView, useCentre } from '../state/window/centre.ts';
import { Pane } from './Pane.tsx';

/** The component of each view. Its panel shows `CentreViews` in its head, so that the person can switch views. */
const PANELS: Record<CentreView, ComponentType> = {
	log: LogPanel,
	conversation: ConversationPanel,
	sequence: SequenceDiagramPanel,
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
				<Panel />
			</Pane>
		</div>
	);
}
