import type { ErrorInfo } from '../../../../common/contract/base/errors.ts';
import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import {
	dismissError,
	replaceStale,
	startEndpoint,
	startOnPort,
} from '../../../app/state/endpoints/endpoint-actions.ts';
import { openDialog } from '../../../app/state/window/dialogs.ts';
import { explainError } from '../../../app/state/window/explain-event.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { useErrorTexts } from '../../../words/errors.ts';
import { useWords } from '../../../words/index.ts';
import { CertificateChain } from '../tls/CertificateChain.tsx';
import { TlsActions } from '../tls/TlsActions.tsx';
import { useErrorChecks } from './ErrorChecks.tsx';
import { placeOf } from './error-place.ts';
import { codeLine } from './error-words.ts';
import { Owner, useOwnEndpoint } from './Owner.tsx';
import { StopOwners } from './StopOwners.tsx';

/** An endpoint's error: why it failed, what to check, and actions. */
export function ErrorCard({ state, error }: { readonly state: EndpointState; readonly error: ErrorInfo }) {
	const text = useWords().endpointErrors;
	const { id, config } = state;
	const { details } = error;
	const { owners = [], freePort, errno } = details;
	const own = useOwnEndpoint(owners.find(({ endpoint }) => endpoint !== undefined));
	const { message, hint } = useErrorTexts(error);
	const inUse = error.code === 'address-in-use';
	const { buttons, found } = useErrorChecks(state, error);
	return (
		<Card
			tone="error"
			label={text.label(config.name)}
			announce
			title={message}
			onDismiss={() => void dismissError(id)}
			actions={
				<>
					{details.stale ? (
						<Button variant="primary" onClick={() => void replaceStale(id)}>
							{text.removeStale}
						</Button>
					) : null}
					{inUse && freePort !== undefined ? (
						<Button variant="primary" onClick={() => void startOnPort(id, freePort)}>
							{text.otherPort(freePort)}
						</Button>
					) : null}
					{inUse ? <StopOwners id={id} place={placeOf(state, error)} owners={owners} own={own} /> : null}
					<Button onClick={() => void startEndpoint(id)}>{inUse ? text.tryAgain : text.retry}</Button>
					{inUse ? null : <Button onClick={() => openDialog({ kind: 'edit-endpoint', id })}>{text.edit}</Button>}
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
							<span className="mono">{address}</span> {text.attempt(errno ?? text.failed, ms)}
						</li>
					))}
				</ul>
			)}
			{details.tls === undefined ? null : <CertificateChain chain={details.tls.chain} />}
			{hint === undefined ? null : <p>{hint}</p>}
			<p className="error-code">
				{codeLine(error)} {errno === undefined ? null : <ExplainButton explains={() => explainError(errno)} />}
			</p>
			{found}
		</Card>
	);
}
