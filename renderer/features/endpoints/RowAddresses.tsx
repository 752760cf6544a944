import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { formatAddress } from '../../app/shared/format.ts';
import { CutText } from '../../ui/CutText.tsx';
import { addressesOf } from './words.ts';

/** Where an endpoint listens, and where it sends to, in little room: both keep their ports. */
export function RowAddresses({ state }: { readonly state: EndpointState }) {
	const { own, to } = addressesOf(state);
	return (
		<span className="endpoint-address">
			{own === undefined ? null : <CutText text={formatAddress(own)} />}
			{to === undefined ? null : <span className="endpoint-arrow">→</span>}
			{to === undefined ? null : <CutText text={formatAddress(to)} />}
		</span>
	);
}
