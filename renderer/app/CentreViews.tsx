import { Segmented } from '../ui/Segmented.tsx';
import { CENTRE_VIEWS, type CentreView, useCentre } from './centre.ts';

/** The choice between the ways to look at the traffic: what the head of each of their panels begins with. */
export function CentreViews() {
	const { view, show } = useCentre();
	return <Segmented<CentreView> label="View of the traffic" value={view} segments={CENTRE_VIEWS} onChange={show} />;
}
