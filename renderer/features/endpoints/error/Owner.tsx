import type { PortOwner } from '../../../../common/contract/base/errors.ts';
import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import { formatAddress } from '../../../app/shared/format.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { useWords } from '../../../words/index.ts';
import { ownerText } from './error-words.ts';

/** The holder of a port or a path. */
export function Owner({ owner }: { readonly owner: PortOwner }) {
	const { heldBy } = useWords().endpointErrors;
	const own = useOwnEndpoint(owner);
	return (
		<p>
			<span className="mono">{owner.port === 0 ? owner.address : formatAddress(owner)}</span> {heldBy}{' '}
			{ownerText(owner, own?.config.name)}
		</p>
	);
}

/** The owner's endpoint, if the owner is one of ours and still exists. */
export function useOwnEndpoint(owner: PortOwner | undefined): EndpointState | undefined {
	return useWorkbench(({ endpoints }) => (owner?.endpoint === undefined ? undefined : endpoints.get(owner.endpoint)));
}
