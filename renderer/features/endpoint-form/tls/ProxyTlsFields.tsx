import type { Place } from '../../../../common/endpoints/index.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import type { FormPart } from '../draft/form-part.ts';
import type { ProxyTlsDraft } from '../draft/proxy-draft.ts';
import { TlsReason } from './TlsReason.tsx';

type ProxyTlsFieldsProps = FormPart<{ readonly proxyTls: ProxyTlsDraft }> & {
	/** The target. */
	readonly to: Place | undefined;
};

/** TLS on each side of a proxy. */
export function ProxyTlsFields({ draft, change, to }: ProxyTlsFieldsProps) {
	const { proxyTls } = draft;
	const set = (path: string, patch: Partial<ProxyTlsDraft>) => change(path, { proxyTls: { ...proxyTls, ...patch } });
	return (
		<fieldset className="form-section">
			<legend>TLS</legend>
			<Checkbox
				label="Towards clients, with a certificate of Wirebench’s authority unless another was set"
				checked={proxyTls.tls}
				onChange={(tls) => set('tls', { tls })}
			/>
			<Checkbox
				label="Towards the target"
				checked={proxyTls.targetTls}
				onChange={(targetTls) => set('targetTls', { targetTls })}
			/>
			<TlsReason to={to} on={proxyTls.targetTls} />
			{proxyTls.targetTls ? (
				<Checkbox
					label="Check the target’s certificate"
					checked={proxyTls.verifiesTarget}
					onChange={(verifiesTarget) => set('targetTls', { verifiesTarget })}
				/>
			) : null}
		</fieldset>
	);
}
