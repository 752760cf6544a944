import { ArrowLeftRight, List, MessagesSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { Segmented } from '../../ui/Segmented.tsx';
import { CENTRE_VIEWS, type CentreView, useCentre } from '../state/window/centre.ts';

const ICONS: Record<CentreView, ReactNode> = {
	log: <List size={15} aria-hidden="true" />,
	conversation: <MessagesSquare size={15} aria-hidden="true" />,
	sequence: <ArrowLeftRight size={15} aria-hidden="true" />,
};

/** Labels; icons where the centre is too narrow for them. */
const SEGMENTS = CENTRE_VIEWS.map(({ value, label }) => ({
	value,
	label,
	icon: (
		<>
			<span className="centre-view-word">{label}</span>
			<span className="centre-view-icon">{ICONS[value]}</span>
		</>
	),
}));

/** The choice of the centre's view, at the start of each panel's head. */
export function CentreViews() {
	const { view, show } = useCentre();
	return <Segmented<CentreView> label="View of the traffic" value={view} segments={SEGMENTS} onChange={show} />;
}
