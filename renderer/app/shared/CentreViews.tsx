import { ArrowLeftRight, Cable, ChartColumn, List, MessagesSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { Segmented } from '../../ui/Segmented.tsx';
import { useWords } from '../../words/index.ts';
import { CENTRE_VIEWS, type CentreView, useCentre } from '../state/window/centre.ts';

const ICONS: Record<CentreView, ReactNode> = {
	log: <List size={15} aria-hidden="true" />,
	conversation: <MessagesSquare size={15} aria-hidden="true" />,
	sequence: <ArrowLeftRight size={15} aria-hidden="true" />,
	socket: <Cable size={15} aria-hidden="true" />,
	statistics: <ChartColumn size={15} aria-hidden="true" />,
};

/** The choice of the centre's view, at the start of each panel's head. */
export function CentreViews() {
	const { view, show } = useCentre();
	const { centre: words } = useWords().shell;
	/** Labels; icons where the centre is too narrow for them. */
	const segments = CENTRE_VIEWS.map((value) => ({
		value,
		label: words[value],
		icon: (
			<>
				<span className="centre-view-word">{words[value]}</span>
				<span className="centre-view-icon">{ICONS[value]}</span>
			</>
		),
	}));
	return <Segmented<CentreView> label={words.label} value={view} segments={segments} onChange={show} />;
}
