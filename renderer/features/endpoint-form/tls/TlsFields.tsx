import { MADE_FLAWS, TLS_VERSIONS } from '../../../../common/contract/config/tls.ts';
import type { Place } from '../../../../common/endpoints/index.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
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
import { useDialogWords } from '../../../words/dialogs.ts';

const SERVER_IDENTITY = ['made', 'own'] as const;
const CLIENT_CERT = ['none', 'request', 'require'] as const;
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
	const words = useDialogWords().endpointForm.tls;
	return (
		<fieldset className="form-section">
			<legend>TLS</legend>
			<Checkbox
				label={words.on}
				aside={<ExplainButton explains="fields.tls" />}
				checked={tls.on}
				onChange={(on) => change('tls', { tls: { ...tls, on } })}
			/>
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
	const words = useDialogWords().endpointForm.tls;
	return (
		<>
			{server ? <ServerFields {...part} /> : <ClientFields {...part} />}
			{tls.identity === 'made' ? <MadeFields {...part} /> : null}
			{tls.identity === 'own' ? <OwnFields {...part} /> : null}
			{server && tls.clientCert === 'none' ? null : (
				<PemField
					label={server ? words.trustedClients : words.trusted}
					explains="fields.trusted"
					none={server ? words.ownAuthority : words.nobody}
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
	const { clientCert, identity } = useDialogWords().endpointForm.tls;
	return (
		<div className="form-grid">
			<Select
				label={identity.ofServer}
				aside={<ExplainButton explains="fields.certificate" />}
				value={tls.identity}
				choices={SERVER_IDENTITY.map((value) => ({ value, label: identity[value] }))}
				onChange={(chosen) => set('identity', { identity: chosen })}
			/>
			<Select
				label={clientCert.label}
				aside={<ExplainButton explains="fields.clientCertificate" />}
				value={tls.clientCert}
				choices={CLIENT_CERT.map((value) => ({ value, label: clientCert[value] }))}
				onChange={(chosen) => set('clientCert', { clientCert: chosen })}
			/>
		</div>
	);
}

function ClientFields({ tls, set, error }: TlsPart) {
	const words = useDialogWords().endpointForm.tls;
	const own = SERVER_IDENTITY.map((value) => ({ value, label: words.identity[value] }));
	return (
		<>
			<Checkbox
				label={words.verify}
				aside={<ExplainButton explains="fields.verify" />}
				checked={tls.verify}
				onChange={(verify) => set('verify', { verify })}
			/>
			<div className="form-grid">
				<TextField
					label={words.servername}
					aside={<ExplainButton explains="fields.serverName" />}
					mono
					placeholder={words.theHost}
					value={tls.servername}
					onChange={(servername) => set('servername', { servername })}
					error={error('tls.servername')}
				/>
				<Select
					label={words.identity.ofClient}
					aside={<ExplainButton explains="fields.clientCertificate" />}
					value={tls.identity}
					choices={[{ value: 'none', label: words.none }, ...own]}
					onChange={(chosen) => set('identity', { identity: chosen })}
				/>
			</div>
		</>
	);
}

function MadeFields({ tls, set, error }: TlsPart) {
	const words = useDialogWords().endpointForm.tls;
	return (
		<div className="form-grid">
			<TextField
				label={words.names}
				aside={<ExplainButton explains="fields.certificate" />}
				mono
				placeholder={words.anyName}
				value={tls.names}
				onChange={(names) => set('identity.names', { names })}
				error={error('tls.identity.names')}
			/>
			<Select
				label={words.flaw.label}
				aside={<ExplainButton explains="fields.flaw" />}
				value={tls.flaw}
				choices={MADE_FLAWS.map((value) => ({ value, label: words.flaw[value] }))}
				onChange={(flaw) => set('identity.flaw', { flaw })}
			/>
		</div>
	);
}

function OwnFields({ tls, set, error }: TlsPart) {
	const words = useDialogWords().endpointForm.tls;
	return (
		<>
			<PemField
				label={words.chain}
				explains="fields.certificate"
				draft={tls.cert}
				onChange={(cert) => set('identity.cert', { cert })}
				error={error('tls.identity.cert')}
			/>
			<PemField
				label={words.key}
				explains="fields.certificate"
				none={words.besideCert}
				draft={tls.key}
				onChange={(key) => set('identity.key', { key })}
				error={error('tls.identity.key')}
			/>
			<TextField
				label={words.passphrase}
				aside={<ExplainButton explains="fields.certificate" />}
				type="password"
				autoComplete="new-password"
				placeholder={words.none}
				value={tls.passphrase}
				onChange={(passphrase) => set('identity.passphrase', { passphrase })}
				error={error('tls.identity.passphrase')}
			/>
		</>
	);
}

function AgreementFields({ tls, set, error }: TlsPart) {
	const words = useDialogWords().endpointForm.tls;
	return (
		<details className="form-more">
			<summary>{words.more}</summary>
			<div className="form-grid">
				<Select
					label={words.oldest}
					aside={<ExplainButton explains="fields.tlsVersions" />}
					value={tls.minVersion}
					choices={VERSIONS}
					onChange={(minVersion) => set('minVersion', { minVersion })}
				/>
				<Select
					label={words.newest}
					aside={<ExplainButton explains="fields.tlsVersions" />}
					value={tls.maxVersion}
					choices={VERSIONS}
					onChange={(maxVersion) => set('maxVersion', { maxVersion })}
					error={error('tls.maxVersion')}
				/>
				<TextField
					label={words.alpn}
					aside={<ExplainButton explains="fields.tlsVersions" />}
					mono
					placeholder={words.alpnHint}
					value={tls.alpn}
					onChange={(alpn) => set('alpn', { alpn })}
					error={error('tls.alpn')}
				/>
				<NumberField
					label={words.handshake}
					aside={<ExplainButton explains="fields.handshakeTimeout" />}
					min={1}
					max={86_400_000}
					placeholder="10000"
					value={tls.handshakeTimeoutMs}
					onChange={(handshakeTimeoutMs) => set('handshakeTimeoutMs', { handshakeTimeoutMs })}
					error={error('tls.handshakeTimeoutMs')}
				/>
			</div>
			<TextField
				label={words.ciphers}
				aside={<ExplainButton explains="fields.tlsVersions" />}
				mono
				placeholder={words.usualCiphers}
				value={tls.ciphers}
				onChange={(ciphers) => set('ciphers', { ciphers })}
				error={error('tls.ciphers')}
			/>
		</details>
	);
}
