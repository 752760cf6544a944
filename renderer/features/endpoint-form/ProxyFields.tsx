import { Checkbox } from '../../ui/Checkbox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import type { FormPart } from './draft/form-part.ts';
import { FamilyField } from './FamilyField.tsx';
import { FaultFields } from './faults/FaultFields.tsx';
import { RewriteFields } from './rules/RewriteFields.tsx';

/** Fields of proxies only, without their addresses. */
export function ProxyFields(part: FormPart) {
	const { draft, change, error } = part;
	const { kind, proxy } = draft;
	if (kind !== 'tcp-proxy' && kind !== 'udp-proxy') return null;
	const set = (path: string, patch: Partial<typeof proxy>) => change(path, { proxy: { ...proxy, ...patch } });
	return (
		<>
			{kind === 'tcp-proxy' ? (
				<fieldset className="form-section">
					<legend>TLS</legend>
					<Checkbox
						label="Towards clients, with a certificate of Wirebench’s authority unless another was set"
						checked={proxy.tls}
						onChange={(tls) => set('tls', { tls })}
					/>
					<Checkbox
						label="Towards the target"
						checked={proxy.targetTls}
						onChange={(targetTls) => set('targetTls', { targetTls })}
					/>
					{proxy.targetTls ? (
						<Checkbox
							label="Check the target’s certificate"
							checked={proxy.verifiesTarget}
							onChange={(verifiesTarget) => set('targetTls', { verifiesTarget })}
						/>
					) : null}
				</fieldset>
			) : null}
			<RewriteFields {...part} />
			<fieldset className="form-section">
				<legend>Faults (they can be changed while it runs)</legend>
				<FaultFields kind={kind} faults={proxy.faults} change={(path, faults) => set(path, { faults })} error={error} />
				<div className="form-grid">
					<NumberField
						label="Seed of chance"
						min={0}
						max={0xffff_ffff}
						value={proxy.seed}
						onChange={(seed) => set('seed', { seed })}
						error={error('seed')}
						hint="The same seed does the same again."
					/>
					{kind === 'udp-proxy' ? (
						<NumberField
							label="Forget silent clients after, ms"
							min={1}
							value={proxy.idleMs}
							onChange={(idleMs) => set('idleMs', { idleMs })}
							error={error('idleMs')}
						/>
					) : null}
					{kind === 'udp-proxy' ? (
						<FamilyField label="Addresses of the target that are tried" draft={draft} change={change} />
					) : null}
				</div>
			</fieldset>
			{kind === 'tcp-proxy' ? <TcpFields {...part} /> : null}
		</>
	);
}

function TcpFields({ draft, change, error }: FormPart) {
	return (
		<details className="form-more">
			<summary>More options</summary>
			<div className="form-grid">
				<FamilyField label="Addresses of the target that are tried" draft={draft} change={change} />
				<NumberField
					label="Connect timeout (ms)"
					min={1}
					placeholder="10000"
					value={draft.connectTimeoutMs}
					onChange={(connectTimeoutMs) => change('connectTimeoutMs', { connectTimeoutMs })}
					error={error('connectTimeoutMs')}
				/>
				<NumberField
					label="Accept queue (backlog)"
					min={1}
					max={65535}
					placeholder="511"
					value={draft.backlog}
					onChange={(backlog) => change('backlog', { backlog })}
					error={error('backlog')}
				/>
			</div>
			<Checkbox
				label="Send small writes at once (TCP_NODELAY)"
				checked={draft.noDelay}
				onChange={(noDelay) => change('noDelay', { noDelay })}
			/>
		</details>
	);
}
