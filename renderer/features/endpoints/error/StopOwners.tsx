import type { PortOwner } from '../../../../common/contract/base/errors.ts';
import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import { endOwner, takeOver } from '../../../app/state/endpoints/endpoint-actions.ts';
import { useWords } from '../../../words/index.ts';
import { AskFirst } from './AskFirst.tsx';
import type { Place } from './error-place.ts';

interface StopOwnersProps {
	/** The endpoint that needs the port. */
	readonly id: string;
	readonly place: Place | undefined;
	readonly owners: readonly PortOwner[];
	/** Our endpoint that holds it. */
	readonly own: EndpointState | undefined;
}

/** Buttons that end the holders of the port, and then start the endpoint that needs it. */
export function StopOwners({ id, place, owners, own }: StopOwnersProps) {
	const text = useWords().endpointErrors.stop;
	if (own !== undefined) {
		if (own.id === id) return null;
		const { name } = own.config;
		const why = own.connections === 0 ? '' : text.ends(own.connections);
		return <AskFirst key={own.id} name={name} why={why} onYes={() => takeOver(own.id, id)} />;
	}
	if (place === undefined) return null;
	// A program may hold a port with several sockets. Without a pid a process cannot be ended.
	const programs = new Map(owners.filter(({ endpoint }) => endpoint === undefined).map((owner) => [owner.pid, owner]));
	return [...programs].map(([pid, { process }]) =>
		pid === undefined ? null : (
			<AskFirst
				key={pid}
				name={process ?? text.theProcess}
				why={text.signal(pid)}
				onYes={() => endOwner({ ...place, pid }, process ?? text.process(pid), id)}
			/>
		),
	);
}
