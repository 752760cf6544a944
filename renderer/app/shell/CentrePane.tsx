import type { ComponentType } from 'react';
import { ConversationPanel } from '../../features/conversation/index.ts';
import { JumpBars } from '../../features/jump/index.ts';
import { LogPanel } from '../../features/log/index.ts';
import { SequencePanel } from '../../features/sequence-diagram/index.ts';
import { TimelineStrip } from '../../features/timeline/index.ts';
import { type CentreView, useCentre } from '../state/window/centre.ts';
import { Pane } from './Pane.tsx';

/** What shows each view. Its panel puts `CentreViews` in its head, so that one can go to the others. */
const PANELS: Record<CentreView, ComponentType> = {
	log: LogPanel,
	conversation: ConversationPanel,
	sequence: SequencePanel,
};

/** The middle of the window: how much there was when, and the traffic itself in the way that was chosen. */
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
