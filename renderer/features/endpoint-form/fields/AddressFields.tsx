import { useMemo } from 'react';
import { type EndpointKind, isClient, traitsOf } from '../../../../common/endpoints/index.ts';
import { addressTopic } from '../../../../common/explain/addresses.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { formatAddress } from '../../../app/shared/format.ts';
import { isTargetOf, type Target, targetsOf } from '../../../app/shared/targets.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { Button } from '../../../ui/Button.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { DELAY_PATH, delayOf, withDelay } from '../draft/delay.ts';
import type { FormPart } from '../draft/form-part.ts';
import type { OptionsDraft } from '../draft/options-draft.ts';
import type { AnyDraft, FamilyDraft, HostDraft, NameDraft, PathDraft, RemoteDraft } from '../draft/parts.ts';
import type { ProxyDraft } from '../draft/proxy-draft.ts';
import { FamilyField } from './FamilyField.tsx';
import { ReachHint } from './ReachHint.tsx';

/** The name of an endpoint. */
export function NameField({ draft, change, error }: FormPart<NameDraft>) {
	const words = useDialogWords().endpointForm.fields;
	return (
		<TextField
			label={words.name}
			aside={<ExplainButton explains="fields.name" />}
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
	const words = useDialogWords().endpointForm.fields;
	return (
		<Targets
			label={words.connectTo}
			kind={draft.kind}
			onChoose={({ host, port, path }) => change('host', path === undefined ? { host, port: String(port) } : { path })}
		/>
	);
}

/** The path of a Unix socket. */
export function PathField({ draft, change, error }: FormPart<AnyDraft & PathDraft>) {
	const words = useDialogWords().endpointForm.fields;
	const { role } = traitsOf(draft.kind);
	const own = role === 'socket';
	return (
		<TextField
			label={own ? words.path.own : role === 'client' ? words.path.client : words.path.server}
			aside={<ExplainButton explains="fields.path" />}
			placeholder={own ? words.systemChooses : ''}
			mono
			value={draft.path}
			onChange={(path) => change('path', { path })}
			error={error('path')}
			hint={words.path.hint}
		/>
	);
}

/** An address and a port: to connect to, or to listen on. */
export function HostFields({
	draft,
	change,
	error,
}: FormPart<AnyDraft & HostDraft & { readonly options?: OptionsDraft }>) {
	const words = useDialogWords().endpointForm.fields;
	const client = isClient(draft.kind);
	const topic = addressTopic(draft.host);
	return (
		<div className="form-address">
			<TextField
				label={client ? words.host : words.listenOn}
				mono
				value={draft.host}
				onChange={(host) => change('host', { host })}
				error={error('host')}
				aside={<ExplainButton explains={topic ?? 'fields.host'} />}
				hint={client ? undefined : <ReachHint host={draft.host} ipv6Only={draft.options?.ipv6Only} />}
			/>
			<NumberField
				label={words.port}
				aside={<ExplainButton explains="fields.port" />}
				min={client ? 1 : 0}
				max={65535}
				value={draft.port}
				onChange={(port) => change('port', { port })}
				error={error('port')}
				hint={client ? undefined : words.anyPort}
			/>
		</div>
	);
}

/** The default destination of a socket's datagrams. */
export function DestinationFields({ draft, change, error }: FormPart<AnyDraft & RemoteDraft & FamilyDraft>) {
	const words = useDialogWords().endpointForm.fields;
	return (
		<>
			<div className="form-address">
				<TextField
					label={words.remote}
					aside={<ExplainButton explains="fields.remote" />}
					mono
					placeholder={words.none}
					value={draft.remoteHost}
					onChange={(remoteHost) => change('remote.host', { remoteHost })}
					error={error('remote.host')}
				/>
				<NumberField
					label={words.remotePort}
					aside={<ExplainButton explains="fields.port" />}
					min={1}
					max={65535}
					value={draft.remotePort}
					onChange={(remotePort) => change('remote.port', { remotePort })}
					error={error('remote.port')}
				/>
			</div>
			<Targets
				label={words.sendTo}
				kind={draft.kind}
				onChoose={({ host, port }) => change('remote.host', { remoteHost: host, remotePort: String(port) })}
			/>
			<FamilyField label={words.family.ofName} draft={draft} change={change} />
		</>
	);
}

/** The target of a proxy, and its most used fault. */
export function ProxyTarget({ draft, change, error }: FormPart<AnyDraft & { readonly proxy: ProxyDraft }>) {
	const words = useDialogWords().endpointForm.fields;
	const set = (path: string, patch: Partial<typeof draft.proxy>) =>
		change(path, { proxy: { ...draft.proxy, ...patch } });
	return (
		<>
			<div className="form-address form-target">
				<TextField
					label={words.target}
					aside={<ExplainButton explains="fields.target" />}
					mono
					value={draft.proxy.targetHost}
					onChange={(targetHost) => set('target.host', { targetHost })}
					error={error('target.host')}
				/>
				<NumberField
					label={words.targetPort}
					aside={<ExplainButton explains="fields.port" />}
					min={1}
					max={65535}
					value={draft.proxy.targetPort}
					onChange={(targetPort) => set('target.port', { targetPort })}
					error={error('target.port')}
				/>
				<NumberField
					label={words.delay}
					aside={<ExplainButton explains="faults.latency" />}
					min={0}
					placeholder={words.none}
					value={delayOf(draft.proxy.faults)}
					onChange={(text) => set(DELAY_PATH, { faults: withDelay(draft.proxy.faults, text) })}
					error={error(DELAY_PATH)}
				/>
			</div>
			<Targets
				label={words.passOnTo}
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
