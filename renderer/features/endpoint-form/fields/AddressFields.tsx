import { useMemo } from 'react';
import { type EndpointKind, isClient, traitsOf } from '../../../../common/endpoints/index.ts';
import { formatAddress } from '../../../app/shared/format.ts';
import { isTargetOf, type Target, targetsOf } from '../../../app/shared/targets.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { Button } from '../../../ui/Button.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { DELAY_PATH, delayOf, withDelay } from '../draft/delay.ts';
import type { FormPart } from '../draft/form-part.ts';
import type { AnyDraft, FamilyDraft, HostDraft, NameDraft, PathDraft, RemoteDraft } from '../draft/parts.ts';
import type { ProxyDraft } from '../draft/proxy-draft.ts';
import { FamilyField } from './FamilyField.tsx';

/** The name of an endpoint. */
export function NameField({ draft, change, error }: FormPart<NameDraft>) {
	return (
		<TextField
			label="Name"
			autoFocus
			onFocus={(event) => event.target.select()}
			value={draft.name}
			onChange={(name) => change('name', { name })}
			error={error('name')}
		/>
	);
}

/** The server of a client, with the servers of this Wirebench as suggestions. */
export function ConnectTargets({ draft, change }: FormPart<AnyDraft & Partial<HostDraft & PathDraft>>) {
	return (
		<Targets
			label="Connect to"
			kind={draft.kind}
			onChoose={({ host, port, path }) => change('host', path === undefined ? { host, port: String(port) } : { path })}
		/>
	);
}

/** The path of a Unix socket. */
export function PathField({ draft, change, error }: FormPart<AnyDraft & PathDraft>) {
	const { role } = traitsOf(draft.kind);
	const own = role === 'socket';
	return (
		<TextField
			label={role === 'client' ? 'Path of the socket' : own ? 'Path of its own' : 'Path to listen on'}
			placeholder={own ? 'the system chooses' : ''}
			mono
			value={draft.path}
			onChange={(path) => change('path', { path })}
			error={error('path')}
			hint="With @ in front it is an abstract name, which is no file (Linux)."
		/>
	);
}

/** An address and a port: to connect to, or to listen on. */
export function HostFields({ draft, change, error }: FormPart<AnyDraft & HostDraft>) {
	const client = isClient(draft.kind);
	const everywhere = !client && (draft.host.trim() === '0.0.0.0' || draft.host.trim() === '::');
	return (
		<div className="form-address">
			<TextField
				label={client ? 'Host' : 'Address to listen on'}
				mono
				value={draft.host}
				onChange={(host) => change('host', { host })}
				error={error('host')}
				hint={everywhere ? <span className="form-warn">Other machines can reach it here.</span> : undefined}
			/>
			<NumberField
				label="Port"
				min={client ? 1 : 0}
				max={65535}
				value={draft.port}
				onChange={(port) => change('port', { port })}
				error={error('port')}
				hint={client ? undefined : '0: the system chooses.'}
			/>
		</div>
	);
}

/** The default destination of a socket's datagrams. */
export function DestinationFields({ draft, change, error }: FormPart<AnyDraft & RemoteDraft & FamilyDraft>) {
	return (
		<>
			<div className="form-address">
				<TextField
					label="Send to, unless said otherwise"
					mono
					placeholder="none"
					value={draft.remoteHost}
					onChange={(remoteHost) => change('remote.host', { remoteHost })}
					error={error('remote.host')}
				/>
				<NumberField
					label="Its port"
					min={1}
					max={65535}
					value={draft.remotePort}
					onChange={(remotePort) => change('remote.port', { remotePort })}
					error={error('remote.port')}
				/>
			</div>
			<Targets
				label="Send to"
				kind={draft.kind}
				onChoose={({ host, port }) => change('remote.host', { remoteHost: host, remotePort: String(port) })}
			/>
			<FamilyField label="Addresses of a host name" draft={draft} change={change} />
		</>
	);
}

/** The target of a proxy, and its most used fault. */
export function ProxyTarget({ draft, change, error }: FormPart<AnyDraft & { readonly proxy: ProxyDraft }>) {
	const set = (path: string, patch: Partial<typeof draft.proxy>) =>
		change(path, { proxy: { ...draft.proxy, ...patch } });
	return (
		<>
			<div className="form-address form-target">
				<TextField
					label="Target"
					mono
					value={draft.proxy.targetHost}
					onChange={(targetHost) => set('target.host', { targetHost })}
					error={error('target.host')}
				/>
				<NumberField
					label="Target port"
					min={1}
					max={65535}
					value={draft.proxy.targetPort}
					onChange={(targetPort) => set('target.port', { targetPort })}
					error={error('target.port')}
				/>
				<NumberField
					label="Delay, ms"
					min={0}
					placeholder="none"
					value={delayOf(draft.proxy.faults)}
					onChange={(text) => set(DELAY_PATH, { faults: withDelay(draft.proxy.faults, text) })}
					error={error(DELAY_PATH)}
				/>
			</div>
			<Targets
				label="Pass on to"
				kind={draft.kind}
				onChoose={({ host, port }) => set('target.host', { targetHost: host, targetPort: String(port) })}
			/>
		</>
	);
}

interface TargetsProps {
	readonly label: string;
	readonly kind: EndpointKind;
	readonly onChoose: (target: Target) => void;
}

/** Maximum number of suggested endpoints. */
const MOST = 6;

/** Open endpoints of this Wirebench to connect to, each a button. */
function Targets({ label, kind, onChoose }: TargetsProps) {
	const endpoints = useWorkbench((workbench) => workbench.endpoints);
	const targets = useMemo(
		() => targetsOf([...endpoints.values()], useSelection.getState().endpoint).filter((t) => isTargetOf(t, kind)),
		[endpoints, kind],
	);
	if (targets.length === 0) return null;
	return (
		<div className="form-targets">
			{targets.slice(0, MOST).map((target) => (
				<Button key={target.id} onClick={() => onChoose(target)}>
					<VisuallyHidden>{label} </VisuallyHidden>
					{target.name} <span className="mono">{formatAddress({ ...target, address: target.host })}</span>
				</Button>
			))}
		</div>
	);
}
