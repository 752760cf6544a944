import type { Place } from '../../../../common/endpoints/index.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { FormPart } from '../draft/form-part.ts';
import type { ProxyTlsDraft } from '../draft/proxy-draft.ts';
import { TlsReason } from './TlsReason.tsx';

type ProxyTlsFieldsProps = FormPart<{ readonly proxyTls: ProxyTlsDraft }> & {
	/** The target. */
	readonly to: Place | undefined;
};

/** TLS on each side of a proxy. */
export function ProxyTlsFields({ draft, change, to }: ProxyTlsFieldsProps) {
	const words = useDialogWords().endpointForm.tls;
	const { proxyTls } = draft;
	const set = (path: string, patch: Partial<ProxyTlsDraft>) => change(path, { proxyTls: { ...proxyTls, ...patch } });
	return (
		<fieldset className="form-section">
			<legend>TLS</legend>
			<Checkbox
				label={words.towardClients}
				aside={<ExplainButton explains="fields.tls" />}
				checked={proxyTls.tls}
				onChange={(tls) => set('tls', { tls })}
			/>
			<Checkbox
				label={words.towardTarget}
				aside={<ExplainButton explains="fields.tls" />}
				checked={proxyTls.targetTls}
				onChange={(targetTls) => set('targetTls', { targetTls })}
			/>
			<TlsReason to={to} on={proxyTls.targetTls} />
			{proxyTls.targetTls ? (
				<Checkbox
					label={words.verifyTarget}
					aside={<ExplainButton explains="fields.verify" />}
					checked={proxyTls.verifiesTarget}
					onChange={(verifiesTarget) => set('targetTls', { verifiesTarget })}
				/>
			) : null}
		</fieldset>
	);
}
