import { type ComponentType, lazy, Suspense } from 'react';
import { LogPanel } from '../../features/log/index.ts';
import { TimelineStrip } from '../../features/timeline/index.ts';
import { KeysAhead } from '../shared/keys-ahead.ts';
import { useJump } from '../state/capture/jump.ts';
import { type CentreView, useCentre } from '../state/window/centre.ts';
import { CONVERSATION, JUMP_BARS, SEQUENCE_DIAGRAM } from './later/index.ts';
import { Pane } from './Pane.tsx';

const SocketPanel = lazy(async () => ({ default: (await import('../../features/socket/index.ts')).SocketPanel }));

const StatisticsPanel = lazy(async () => ({
	default: (await import('../../features/statistics/index.ts')).StatisticsPanel,
}));

/** The component of each view. Its panel shows `CentreViews` in its head, so that the person can switch views. */
const PANELS: Record<CentreView, ComponentType> = {
	log: LogPanel,
	conversation: CONVERSATION.Part,
	sequence: SEQUENCE_DIAGRAM.Part,
	socket: SocketPanel,
	statistics: StatisticsPanel,
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
				<Jump />
				<Suspense fallback={null}>
					<Panel />
				</Suspense>
			</Pane>
		</div>
	);
}

/** The bars of a search, while there is one. */
function Jump() {
	const isOpen = useJump(({ bar, target }) => bar !== 'none' || target !== undefined);
	if (!isOpen) return null;
	return (
		<Suspense fallback={<KeysAhead />}>
			<JUMP_BARS.Part />
		</Suspense>
	);
}
