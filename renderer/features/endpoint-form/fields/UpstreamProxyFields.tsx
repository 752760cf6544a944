import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { FormPart } from '../draft/form-part.ts';
import type { UpstreamProxyDraft } from '../draft/upstream-proxy-draft.ts';

/** Whether a TCP client uses an upstream proxy, and which. */
export function UpstreamProxyFields({ draft, change, error }: FormPart<UpstreamProxyDraft>) {
	const { none, upstream: words } = useDialogWords().endpointForm.fields;
	const types = [
		{ value: 'none', label: none },
		{ value: 'socks5', label: 'SOCKS5' },
		{ value: 'http', label: 'HTTP (CONNECT)' },
	] as const;
	return (
		<>
			<div className="form-grid">
				<Select
					label={words.label}
					aside={<ExplainButton explains="fields.upstream" />}
					value={draft.viaType}
					choices={types}
					onChange={(viaType) => change('via.type', { viaType })}
				/>
			</div>
			{draft.viaType === 'none' ? null : (
				<>
					<div className="form-address">
						<TextField
							label={words.host}
							aside={<ExplainButton explains="fields.upstream" />}
							mono
							value={draft.viaHost}
							onChange={(viaHost) => change('via.host', { viaHost })}
							error={error('via.host')}
						/>
						<NumberField
							label={words.port}
							aside={<ExplainButton explains="fields.upstream" />}
							min={1}
							max={65535}
							value={draft.viaPort}
							onChange={(viaPort) => change('via.port', { viaPort })}
							error={error('via.port')}
						/>
					</div>
					<div className="form-grid">
						<TextField
							label={words.user}
							aside={<ExplainButton explains="fields.upstream" />}
							placeholder={none}
							value={draft.viaUser}
							onChange={(viaUser) => change('via.user', { viaUser })}
							error={error('via.user')}
						/>
						<TextField
							label={words.password}
							aside={<ExplainButton explains="fields.upstream" />}
							type="password"
							autoComplete="new-password"
							value={draft.viaPassword}
							onChange={(viaPassword) => change('via.password', { viaPassword })}
							error={error('via.password')}
						/>
					</div>
				</>
			)}
		</>
	);
}
