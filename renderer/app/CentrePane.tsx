import type { ComponentType } from 'react';
import { LogPanel } from '../features/log/index.ts';
import { type CentreView, useCentre } from './centre.ts';
import { Pane } from './Pane.tsx';

/** What shows each view. Its panel puts `CentreViews` in its head, so that one can go to the others. */
const PANELS: Record<CentreView, ComponentType> = { log: LogPanel };

/** The middle of the window: the traffic, in the way that was chosen. */
export function CentrePane() {
	const view = useCentre((centre) => centre.view);
	const Panel = PANELS[view];
	return (
		<Pane key={view} name={view}>
			<Panel />
		</Pane>
	);
}
