import { ArrowDownToLine, Users } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { CentreViews } from '../../app/shared/CentreViews.tsx';
import { useShownCount } from '../../app/state/capture/shown.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import { useWords } from '../../words/index.ts';
import { DiagramEmpty } from './DiagramEmpty.tsx';
import { DiagramGrid } from './DiagramGrid.tsx';
import { PartyPicker } from './PartyPicker.tsx';
import { diagramRows, setFollowing, useDiagram } from './store.ts';
import { useDiagramFeed } from './use-diagram.ts';
import './sequence-diagram.css';

/** The traffic between parties, in order: a column for each party, time downwards. */
export function SequenceDiagramPanel() {
	const { sequenceDiagram: words, log } = useWords();
	const [picking, setPicking] = useState(false);
	useDiagramFeed();
	const { chosen, parties, following, error: fault, end } = useDiagram();
	useSyncExternalStore(diagramRows.subscribe, diagramRows.version);
	const error = fault ?? diagramRows.failure();
	useShownCount(end);
	const shown = parties.ends.size;
	const others = Math.max(0, (chosen?.total ?? 0) - shown);
	return (
		<section className="sequence" aria-label={words.title}>
			<PanelHeader title={words.title} lead={<CentreViews />}>
				{chosen === undefined ? null : <span className="sequence-whose">{words.shown(shown, chosen.total)}</span>}
				<Button
					variant="ghost"
					icon={<Users size={14} />}
					aria-expanded={picking}
					disabled={chosen === undefined}
					onClick={() => setPicking(!picking)}
				>
					{words.pick}
				</Button>
				<IconButton
					label={log.tools.follow}
					tip={following ? log.tools.following : log.tools.follow}
					aria-pressed={following}
					onClick={() => setFollowing(!following)}
				>
					<ArrowDownToLine size={15} />
				</IconButton>
			</PanelHeader>
			{error === undefined ? null : (
				<div className="sequence-notice" role="alert">
					{words.unshown(error.message)}
				</div>
			)}
			{parties.left === 0 ? null : (
				<div className="sequence-notice" role="status">
					{words.left(parties.columns.length, others)}
				</div>
			)}
			<div className="sequence-body">
				{picking ? <PartyPicker onClose={() => setPicking(false)} /> : null}
				<div className="sequence-main">
					<DiagramGrid />
					<DiagramEmpty />
				</div>
			</div>
		</section>
	);
}
