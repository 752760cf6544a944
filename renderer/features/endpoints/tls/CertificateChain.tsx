import type { CertificateFacts } from '../../../../common/contract/base/tls-failure.ts';

/** The peer's certificates: its own, then its signers'. */
export function CertificateChain({ chain }: { readonly chain: readonly CertificateFacts[] }) {
	if (chain.length === 0) return null;
	return (
		<ol className="certificates" aria-label="Certificates that were shown">
			{chain.map((certificate) => (
				<Certificate key={certificate.fingerprint} certificate={certificate} />
			))}
		</ol>
	);
}

function Certificate({ certificate }: { readonly certificate: CertificateFacts }) {
	const { subject, issuer, validFrom, validTo, names, fingerprint } = certificate;
	return (
		<li>
			<dl>
				<Fact name="Subject" value={subject} />
				<Fact name="Issuer" value={issuer === subject ? 'itself' : issuer} />
				<Fact name="Valid" value={`${day(validFrom)} to ${day(validTo)}`} />
				{names.length === 0 ? null : <Fact name="Names" value={names.join(', ')} />}
				<Fact name="SHA-256" value={fingerprint} />
			</dl>
		</li>
	);
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
	return (
		<>
			<dt>{name}</dt>
			<dd>{value === '' ? 'none' : value}</dd>
		</>
	);
}

/** To the minute, in UTC, as in certificates. */
function day(ms: number): string {
	return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
