import { MADE_FLAWS, TLS_VERSIONS } from '../../../../common/contract/config/tls.ts';
import type { Place } from '../../../../common/endpoints/index.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { FormPart } from '../draft/form-part.ts';
import type { TlsDraft, TlsSide } from '../draft/tls-draft.ts';
import { AuthorityLine } from './AuthorityLine.tsx';
import { PemField } from './PemField.tsx';
import { TlsReason } from './TlsReason.tsx';
import './tls.css';

const SERVER_IDENTITY = [
	{ value: 'made', label: 'made by Wirebench' },
	{ value: 'own', label: 'one that I have' },
] as const;
const CLIENT_IDENTITY = [{ value: 'none', label: 'none' }, ...SERVER_IDENTITY] as const;
const CLIENT_CERT = [
	{ value: 'none', label: 'not asked for' },
	{ value: 'request', label: 'asked for' },
	{ value: 'require', label: 'required' },
] as const;
const FLAWS: Readonly<Record<(typeof MADE_FLAWS)[number], string>> = {
	none: 'nothing',
	'self-signed': 'it signs itself',
	expired: 'it has expired',
	'not-yet-valid': 'it is not valid yet',
};
const VERSIONS = TLS_VERSIONS.map((value) => ({ value, label: value.replace('v', ' ') }));

type TlsFormPart = FormPart<{ readonly tls: TlsDraft }> & {
	readonly side: TlsSide;
	/** Of a client: where it connects to. */
	readonly to?: Place | undefined;
};

/** Whether the connections of a TCP endpoint are encrypted, and how. */
export function TlsFields(part: TlsFormPart) {
	const { draft, change } = part;
	const { tls } = draft;
	return (
		<fieldset className="form-section">
			<legend>TLS</legend>
			<Checkbox label="Encrypt with TLS" checked={tls.on} onChange={(on) => change('tls', { tls: { ...tls, on } })} />
			{part.side === 'client' ? <TlsReason to={part.to} on={tls.on} /> : null}
			{tls.on ? <Fields {...part} /> : null}
		</fieldset>
	);
}

interface TlsPart {
	readonly tls: TlsDraft;
	readonly set: (path: string, patch: Partial<TlsDraft>) => void;
	readonly error: TlsFormPart['error'];
}

function Fields({ draft, change, error, side }: TlsFormPart) {
	const { tls } = draft;
	const set: TlsPart['set'] = (path, patch) => change(`tls.${path}`, { tls: { ...tls, ...patch } });
	const part = { tls, set, error };
	const server = side === 'server';
	return (
		<>
			{server ? <ServerFields {...part} /> : <ClientFields {...part} />}
			{tls.identity === 'made' ? <MadeFields {...part} /> : null}
			{tls.identity === 'own' ? <OwnFields {...part} /> : null}
			{server && tls.clientCert === 'none' ? null : (
				<PemField
					label={server ? 'Clients’ certificates are trusted of' : 'Trusted besides'}
					none={server ? 'Wirebench’s authority' : 'nobody'}
					draft={tls.ca}
					onChange={(ca) => set('ca', { ca })}
					error={error('tls.ca')}
				/>
			)}
			<AgreementFields {...part} />
			<AuthorityLine />
		</>
	);
}

function ServerFields({ tls, set }: TlsPart) {
	return (
		<div className="form-grid">
			<Select
				label="Certificate"
				value={tls.identity}
				choices={SERVER_IDENTITY}
				onChange={(identity) => set('identity', { identity })}
			/>
			<Select
				label="Certificate of the client"
				value={tls.clientCert}
				choices={CLIENT_CERT}
				onChange={(clientCert) => set('clientCert', { clientCert })}
			/>
		</div>
	);
}

function ClientFields({ tls, set, error }: TlsPart) {
	return (
		<>
			<Checkbox
				label="Verify the server’s certificate"
				checked={tls.verify}
				onChange={(verify) => set('verify', { verify })}
			/>
			<div className="form-grid">
				<TextField
					label="Name to ask for (SNI) and to verify"
					mono
					placeholder="the host"
					value={tls.servername}
					onChange={(servername) => set('servername', { servername })}
					error={error('tls.servername')}
				/>
				<Select
					label="Certificate of this client"
					value={tls.identity}
					choices={CLIENT_IDENTITY}
					onChange={(identity) => set('identity', { identity })}
				/>
			</div>
		</>
	);
}

function MadeFields({ tls, set, error }: TlsPart) {
	return (
		<div className="form-grid">
			<TextField
				label="Names and addresses in it"
				mono
				placeholder="this machine’s, and whatever is asked for"
				value={tls.names}
				onChange={(names) => set('identity.names', { names })}
				error={error('tls.identity.names')}
			/>
			<Select
				label="What is wrong with it, to try that out"
				value={tls.flaw}
				choices={MADE_FLAWS.map((value) => ({ value, label: FLAWS[value] }))}
				onChange={(flaw) => set('identity.flaw', { flaw })}
			/>
		</div>
	);
}

function OwnFields({ tls, set, error }: TlsPart) {
	return (
		<>
			<PemField
				label="Certificate and what signed it"
				draft={tls.cert}
				onChange={(cert) => set('identity.cert', { cert })}
				error={error('tls.identity.cert')}
			/>
			<PemField
				label="Private key"
				none="beside the certificate"
				draft={tls.key}
				onChange={(key) => set('identity.key', { key })}
				error={error('tls.identity.key')}
			/>
			<TextField
				label="Passphrase of the key"
				type="password"
				autoComplete="new-password"
				placeholder="none"
				value={tls.passphrase}
				onChange={(passphrase) => set('identity.passphrase', { passphrase })}
				error={error('tls.identity.passphrase')}
			/>
		</>
	);
}

function AgreementFields({ tls, set, error }: TlsPart) {
	return (
		<details className="form-more">
			<summary>Versions, ciphers, protocols</summary>
			<div className="form-grid">
				<Select
					label="Oldest version"
					value={tls.minVersion}
					choices={VERSIONS}
					onChange={(minVersion) => set('minVersion', { minVersion })}
				/>
				<Select
					label="Newest version"
					value={tls.maxVersion}
					choices={VERSIONS}
					onChange={(maxVersion) => set('maxVersion', { maxVersion })}
					error={error('tls.maxVersion')}
				/>
				<TextField
					label="Protocols (ALPN), best first"
					mono
					placeholder="none, or as in h2, http/1.1"
					value={tls.alpn}
					onChange={(alpn) => set('alpn', { alpn })}
					error={error('tls.alpn')}
				/>
				<NumberField
					label="Handshake timeout, ms"
					min={1}
					max={86_400_000}
					placeholder="10000"
					value={tls.handshakeTimeoutMs}
					onChange={(handshakeTimeoutMs) => set('handshakeTimeoutMs', { handshakeTimeoutMs })}
					error={error('tls.handshakeTimeoutMs')}
				/>
			</div>
			<TextField
				label="Ciphers, in OpenSSL’s notation"
				mono
				placeholder="the usual ones"
				value={tls.ciphers}
				onChange={(ciphers) => set('ciphers', { ciphers })}
				error={error('tls.ciphers')}
			/>
		</details>
	);
}
