import { useRef, useState } from 'react';
import type { ErrorInfo } from '../../../common/contract/errors.ts';
import type { EndpointState } from '../../../common/contract/workbench.ts';
import { openDialog } from '../../app/dialogs.ts';
import { dismissError, replaceStale, startEndpoint, startOnPort, takeOver } from '../../app/endpoint-actions.ts';
import { formatCount } from '../../app/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CertificateChain } from './CertificateChain.tsx';
import { useErrorChecks } from './ErrorChecks.tsx';
import { codeLine } from './error-words.ts';
import { Owner, useOwnEndpoint } from './Owner.tsx';
import { TlsActions } from './TlsActions.tsx';

/** Why an endpoint failed, what to check, and what can be done about it. */
export function ErrorCard({ state, error }: { readonly state: EndpointState; readonly error: ErrorInfo }) {
	const { id, config } = state;
	const { details } = error;
	const owners = details.owners ?? [];
	const own = useOwnEndpoint(owners.find(({ endpoint }) => endpoint !== undefined));
	const inUse = error.code === 'address-in-use';
	const { buttons, found } = useErrorChecks(state, error);
	return (
		<Card
			tone="error"
			label={`Error of ${config.name}`}
			announce
			title={error.message}
			onDismiss={() => void dismissError(id)}
			actions={
				<>
					{details.stale ? (
						<Button variant="primary" onClick={() => void replaceStale(id)}>
							Remove it and start
						</Button>
					) : null}
					{inUse ? <InUseActions id={id} own={own} freePort={details.freePort} /> : null}
					<Button onClick={() => void startEndpoint(id)}>{inUse ? 'Try again' : 'Retry'}</Button>
					{inUse ? null : <Button onClick={() => openDialog({ kind: 'edit-endpoint', id })}>Edit</Button>}
					{details.tls === undefined ? null : <TlsActions state={state} failure={details.tls} />}
					{buttons}
				</>
			}
		>
			{owners.map((owner) => (
				<Owner key={`${owner.pid} ${owner.address} ${owner.port}`} owner={owner} />
			))}
			{(details.attempts ?? []).length < 2 ? null : (
				<ul className="error-attempts">
					{details.attempts?.map(({ address, errno, ms }) => (
						<li key={address}>
							<span className="mono">{address}</span> {errno ?? 'failed'} after {ms} ms
						</li>
					))}
				</ul>
			)}
			{details.tls === undefined ? null : <CertificateChain chain={details.tls.chain} />}
			{details.hint === undefined ? null : <p>{details.hint}</p>}
			<p className="error-code">{codeLine(error)}</p>
			{found}
		</Card>
	);
}

function InUseActions({
	id,
	own,
	freePort,
}: {
	readonly id: string;
	readonly own: EndpointState | undefined;
	readonly freePort: number | undefined;
}) {
	return (
		<>
			{freePort === undefined ? null : (
				<Button variant="primary" onClick={() => void startOnPort(id, freePort)}>
					Use port {freePort}
				</Button>
			)}
			{own === undefined || own.id === id ? null : <StopOwner key={own.id} own={own} id={id} />}
		</>
	);
}

/** Stopping cannot be undone for those who are connected, so it asks, in its own place and without a dialog. */
function StopOwner({ own, id }: { readonly own: EndpointState; readonly id: string }) {
	const [asking, setAsking] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	const { name } = own.config;
	const ends =
		own.connections === 0
			? ''
			: ` It ends ${formatCount(own.connections)} ${own.connections === 1 ? 'connection' : 'connections'}.`;
	return (
		<>
			{asking ? (
				<span className="error-ask" role="status">
					Stop {name}?{ends}
				</span>
			) : null}
			<Button
				ref={button}
				onClick={(event) => {
					// The second press of a double click is no answer to a question that came with the first.
					if (event.detail > 1) return;
					if (asking) void takeOver(own.id, id);
					setAsking(!asking);
				}}
			>
				{asking ? `Yes, stop ${name}` : `Stop ${name}…`}
			</Button>
			{asking ? (
				<Button
					onClick={() => {
						setAsking(false);
						button.current?.focus();
					}}
				>
					No
				</Button>
			) : null}
		</>
	);
}
