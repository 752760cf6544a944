import { useId } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { destinationOf, traitsOf } from '../../../common/endpoints/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { destinationText, parseDestination } from '../../app/shared/address/destination.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { useWords } from '../../words/index.ts';
import { changeDraft } from './store.ts';

export interface DestinationFieldProps {
	readonly endpoint: string;
	readonly value: string;
}

/** Maximum number of suggested peers. */
const MOST_PEERS = 20;

/** The destination of a datagram: `host:port`; empty: the socket's configured remote. */
export function DestinationField({ endpoint, value }: DestinationFieldProps) {
	const text = useWords().targets;
	const id = useId();
	const remote = useWorkbench((workbench) => {
		const config = workbench.endpoints.get(endpoint)?.config;
		const place = config === undefined ? undefined : destinationOf(config);
		return place === undefined || 'path' in place ? place?.path : destinationText(place);
	});
	const peers = useWorkbench(
		useShallow(({ connectionIds, connections }) =>
			(connectionIds.get(endpoint) ?? []).slice(-MOST_PEERS).flatMap((each) => {
				const connection = connections.get(each);
				return connection === undefined ? [] : [formatSocketAddress(connection.remote)];
			}),
		),
	);
	const kind = useWorkbench((workbench) => workbench.endpoints.get(endpoint)?.config.kind);
	const path = kind !== undefined && traitsOf(kind).protocol === 'unix';
	const wrong = !path && value !== '' && !parseDestination(value).ok;
	return (
		<>
			<input
				type="text"
				className="ui-input ui-input-mono composer-destination"
				aria-label={text.destination}
				aria-invalid={wrong || undefined}
				placeholder={remote ?? (path ? text.path : 'host:port')}
				autoComplete="off"
				spellCheck={false}
				list={id}
				value={value}
				onChange={(event) => changeDraft({ to: event.target.value })}
			/>
			<datalist id={id}>
				{peers.map((peer) => (
					<option key={peer} value={peer} />
				))}
			</datalist>
		</>
	);
}
