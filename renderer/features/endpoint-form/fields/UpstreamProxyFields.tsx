import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { FormPart } from '../draft/form-part.ts';
import type { UpstreamProxyDraft } from '../draft/upstream-proxy-draft.ts';

const TYPES = [
	{ value: 'none', label: 'none' },
	{ value: 'socks5', label: 'SOCKS5' },
	{ value: 'http', label: 'HTTP (CONNECT)' },
] as const;

/** Whether a TCP client uses an upstream proxy, and which. */
export function UpstreamProxyFields({ draft, change, error }: FormPart<UpstreamProxyDraft>) {
	return (
		<>
			<div className="form-grid">
				<Select
					label="Upstream proxy"
					value={draft.viaType}
					choices={TYPES}
					onChange={(viaType) => change('via.type', { viaType })}
				/>
			</div>
			{draft.viaType === 'none' ? null : (
				<>
					<div className="form-address">
						<TextField
							label="Proxy host"
							mono
							value={draft.viaHost}
							onChange={(viaHost) => change('via.host', { viaHost })}
							error={error('via.host')}
						/>
						<NumberField
							label="Proxy port"
							min={1}
							max={65535}
							value={draft.viaPort}
							onChange={(viaPort) => change('via.port', { viaPort })}
							error={error('via.port')}
						/>
					</div>
					<div className="form-grid">
						<TextField
							label="Proxy user"
							placeholder="none"
							value={draft.viaUser}
							onChange={(viaUser) => change('via.user', { viaUser })}
							error={error('via.user')}
						/>
						<TextField
							label="Proxy password"
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
