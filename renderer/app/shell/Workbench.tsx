import { type ReactNode, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { ComposerPanel } from '../../features/composer/index.ts';
import { EndpointsPanel } from '../../features/endpoints/index.ts';
import { InspectorPanel } from '../../features/inspector/index.ts';
import { rememberLayout, useSettings } from '../state/window/settings.ts';
import { CentrePane } from './CentrePane.tsx';
import { Pane } from './Pane.tsx';

/** Initial width of the inspector in pixels: eight bytes of hex per row on a narrow screen, sixteen on a wide one. */
const inspectorWidth = () => Math.max(316, Math.round(window.innerWidth * 0.295));

/** The panes. Their minimum sizes (pixels) fit together into 1024 × 700. */
export function Workbench() {
	const [inspector] = useState(inspectorWidth);
	return (
		<Panes name="window" orientation="horizontal">
			<Panel id="endpoints" defaultSize={264} minSize={224} maxSize={560} groupResizeBehavior="preserve-pixel-size">
				<Pane name="endpoints">
					<EndpointsPanel />
				</Pane>
			</Panel>
			<Separator className="splitter" aria-label="Width of the endpoints" />
			<Panel id="traffic" minSize={560}>
				<Panes name="traffic" orientation="vertical">
					<Panel id="capture" minSize={200}>
						<Panes name="capture" orientation="horizontal">
							<Panel id="log" minSize={320}>
								<CentrePane />
							</Panel>
							<Separator className="splitter" aria-label="Width of the inspector" />
							<Panel id="inspector" defaultSize={inspector} minSize={236} groupResizeBehavior="preserve-pixel-size">
								<Pane name="inspector">
									<InspectorPanel />
								</Pane>
							</Panel>
						</Panes>
					</Panel>
					<Separator className="splitter" aria-label="Height of the composer" />
					<Panel id="composer" defaultSize={168} minSize={120} groupResizeBehavior="preserve-pixel-size">
						<Pane name="composer">
							<ComposerPanel />
						</Pane>
					</Panel>
				</Panes>
			</Panel>
		</Panes>
	);
}

interface PanesProps {
	readonly name: string;
	readonly orientation: 'horizontal' | 'vertical';
	readonly children: ReactNode;
}

/** A group of panes whose sizes are stored after a person has changed them. */
function Panes({ name, orientation, children }: PanesProps) {
	const [remembered] = useState(() => useSettings.getState().layout[name]);
	return (
		<Group
			id={`panes-${name}`}
			orientation={orientation}
			defaultLayout={remembered}
			onLayoutChanged={(layout, { isUserInteraction, requestedLayout }) => {
				if (isUserInteraction) rememberLayout(name, requestedLayout ?? layout);
			}}
		>
			{children}
		</Group>
	);
}
