import { type CSSProperties, lazy, Suspense } from 'react';
import { EndpointsPanel } from '../../features/endpoints/index.ts';
import { useWords } from '../../words/index.ts';
import { formatCount } from '../shared/format.ts';
import { defaultSizes, isInspectorBelow, roomOf, useFolded, useWindowSize } from '../state/window/pane-layout.ts';
import { useSelection } from '../state/window/selection.ts';
import { useSettings } from '../state/window/settings.ts';
import { CentrePane } from './CentrePane.tsx';
import { COMPOSER_PANE, INSPECTOR_PANE } from './later/index.ts';
import { ComposerAhead, InspectorAhead } from './later/PanesAhead.tsx';
import { Pane } from './Pane.tsx';
import { PaneCell, track } from './PaneCell.tsx';
import './workbench.css';

const LessonsPane = lazy(async () => ({ default: (await import('../../features/lessons/index.ts')).LessonsPane }));

/** CSS px that open lessons have beside the other panes. */
const LESSONS_WIDTH = 320;

// The same elements at every render: a pane is not drawn again because the window has another size.
const ENDPOINTS = <EndpointsPanel />;
const CENTRE = <CentrePane />;
const INSPECTOR = <INSPECTOR_PANE.Part ahead={<InspectorAhead />} />;
const COMPOSER = <COMPOSER_PANE.Part ahead={<ComposerAhead />} />;

/**
 * The panes, as one grid: what a person chose in pixels is an upper limit, so that the log keeps its minimum in any
 * window. Only the grid's areas change when the inspector goes below the log.
 */
export function Workbench() {
	const { panes } = useWords();
	const window = useWindowSize();
	const sizes = useSettings(({ panes }) => panes.sizes);
	const event = useSelection((selection) => selection.event);
	const lessons = useSettings(({ lessons }) => lessons.open !== null);
	const left = lessons ? { ...window, width: window.width - LESSONS_WIDTH } : window;
	const below = isInspectorBelow(left);
	const inspectorSize = below ? 'inspectorHeight' : 'inspectorWidth';
	const min = { endpoints: 160, inspector: below ? 100 : 236, composer: 72 };
	const wanted = { ...defaultSizes(left), ...sizes };
	const tracks: CSSProperties & Readonly<Record<`--pane-${string}`, string>> = {
		'--pane-endpoints': track(min.endpoints, useFolded('endpoints') ? undefined : wanted.endpoints),
		'--pane-inspector': track(min.inspector, useFolded('inspector') ? undefined : wanted[inspectorSize]),
		'--pane-composer': track(min.composer, useFolded('composer') ? undefined : wanted.composer),
	};
	return (
		<div className="panes" data-inspector={below ? 'below' : 'beside'} data-room={roomOf(window)} style={tracks}>
			<PaneCell name="endpoints" edge="right" size="endpoints" min={min.endpoints}>
				{ENDPOINTS}
			</PaneCell>
			<div className="cell cell-centre">{CENTRE}</div>
			<PaneCell
				name="inspector"
				edge={below ? 'top' : 'left'}
				size={inspectorSize}
				min={min.inspector}
				summary={event === undefined ? undefined : panes.event(formatCount(event + 1))}
			>
				{INSPECTOR}
			</PaneCell>
			<PaneCell name="composer" edge="top" size="composer" min={min.composer}>
				{COMPOSER}
			</PaneCell>
			{lessons ? (
				<div className="cell cell-lessons">
					<Pane name="lessons">
						<Suspense fallback={null}>
							<LessonsPane />
						</Suspense>
					</Pane>
				</div>
			) : null}
		</div>
	);
}
