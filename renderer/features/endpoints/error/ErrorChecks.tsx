import { useState } from 'react';
import { type ErrorInfo, type PortOwner, WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { ProbedAddress } from '../../../../common/contract/calls/system/checks.ts';
import type { NetworkInterface } from '../../../../common/contract/calls/system/interfaces.ts';
import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import { formatAddress } from '../../../app/shared/format.ts';
import { startAs } from '../../../app/state/endpoints/endpoint-actions.ts';
import { session } from '../../../app/state/host/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWords, words } from '../../../words/index.ts';
import { probeText } from './check-words.ts';
import { type Place, placeOf } from './error-place.ts';
import { Owner } from './Owner.tsx';
import { otherFamily } from './other-family.ts';

type Finding =
	| { readonly check: 'pending' }
	| { readonly check: 'failed'; readonly message: string }
	| { readonly check: 'probe'; readonly place: Place; readonly addresses: readonly ProbedAddress[] }
	| { readonly check: 'addresses'; readonly interfaces: readonly NetworkInterface[] }
	| { readonly check: 'owner'; readonly place: Place; readonly owners: readonly PortOwner[] };

async function findOut(check: 'probe' | 'addresses' | 'owner', place: Place | undefined): Promise<Finding> {
	try {
		if (check === 'addresses') return { check, ...(await session.call('networkInterfaces', {})) };
		if (place === undefined) return { check: 'failed', message: words().endpointErrors.checks.noPort };
		if (check === 'probe') return { check, place, ...(await session.call('probePort', place)) };
		return { check, place, ...(await session.call('portOwners', place)) };
	} catch (error) {
		if (error instanceof WirebenchError) return { check: 'failed', message: error.message };
		throw error;
	}
}

/** Checks after an error: buttons, and below them the results. */
export function useErrorChecks(state: EndpointState, error: ErrorInfo) {
	const text = useWords().endpointErrors.checks;
	const [finding, setFinding] = useState<Finding>();
	const place = placeOf(state, error);
	const { checks = [], owners = [] } = error.details;
	const look = (check: 'probe' | 'addresses' | 'owner') => {
		setFinding({ check: 'pending' });
		void findOut(check, place).then(setFinding);
	};
	const twin = checks.includes('other-family') ? otherFamily(state.config) : undefined;
	const buttons = (
		<>
			{checks.includes('probe') && place !== undefined ? (
				<Button onClick={() => look('probe')}>{text.probe}</Button>
			) : null}
			{checks.includes('owner') && place !== undefined && owners.length === 0 ? (
				<Button onClick={() => look('owner')}>{text.owner}</Button>
			) : null}
			{checks.includes('addresses') ? <Button onClick={() => look('addresses')}>{text.addresses}</Button> : null}
			{twin === undefined ? null : (
				<Button onClick={() => void startAs(state.id, twin.config)}>{text.other(twin.name)}</Button>
			)}
		</>
	);
	return { buttons, found: finding === undefined ? null : <Found finding={finding} /> };
}

function Found({ finding }: { readonly finding: Finding }) {
	const text = useWords().endpointErrors.checks;
	return (
		<div className="error-found" role="status" aria-label={text.found}>
			<FoundText finding={finding} />
		</div>
	);
}

function FoundText({ finding }: { readonly finding: Finding }) {
	const text = useWords().endpointErrors.checks;
	switch (finding.check) {
		case 'pending':
			return <p>{text.looking}</p>;
		case 'failed':
			return <p>{finding.message}</p>;
		case 'probe':
			return finding.addresses.map((probed) => (
				<p key={probed.address}>
					<span className="mono">{formatAddress({ ...probed, port: finding.place.port })}</span>{' '}
					{probeText(probed, finding.place.protocol)}
				</p>
			));
		case 'addresses':
			return finding.interfaces.map(({ name, addresses, internal }) => (
				<p key={name}>
					{name} <span className="mono">{addresses.map(({ address }) => address).join(' ')}</span>
					{internal ? text.onlyHere : ''}
				</p>
			));
		case 'owner':
			if (finding.owners.length > 0) {
				return finding.owners.map((owner) => <Owner key={`${owner.pid} ${owner.address}`} owner={owner} />);
			}
			return <p>{text.nobody(formatAddress({ ...finding.place, address: finding.place.host }))}</p>;
	}
}
