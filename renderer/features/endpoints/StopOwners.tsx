import type { PortOwner } from '../../../common/contract/base/errors.ts';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { formatCount } from '../../app/shared/format.ts';
import { endOwner, takeOver } from '../../app/state/endpoints/endpoint-actions.ts';
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
	if (own !== undefined) {
		if (own.id === id) return null;
		const { name } = own.config;
		const count = `${formatCount(own.connections)} ${own.connections === 1 ? 'connection' : 'connections'}`;
		const why = own.connections === 0 ? '' : `It ends ${count}.`;
		return <AskFirst key={own.id} what={`Stop ${name}`} why={why} onYes={() => takeOver(own.id, id)} />;
	}
	if (place === undefined) return null;
	// A program may hold a port with several sockets. Without a pid a process cannot be ended.
	const programs = new Map(owners.filter(({ endpoint }) => endpoint === undefined).map((owner) => [owner.pid, owner]));
	return [...programs].map(([pid, { process }]) =>
		pid === undefined ? null : (
			<AskFirst
				key={pid}
				what={`Stop ${process ?? 'the process'}`}
				why={`Sends SIGTERM to process ${pid}.`}
				onYes={() => endOwner({ ...place, pid }, process ?? `process ${pid}`, id)}
			/>
		),
	);
}
