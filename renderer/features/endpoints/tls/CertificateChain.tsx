import type { CertificateFacts } from '../../../../common/contract/base/tls-failure.ts';
import { useWords } from '../../../words/index.ts';

/** The peer's certificates: its own, then its signers'. */
export function CertificateChain({ chain }: { readonly chain: readonly CertificateFacts[] }) {
	const text = useWords().endpointErrors.tls;
	if (chain.length === 0) return null;
	return (
		<ol className="certificates" aria-label={text.certificates}>
			{chain.map((certificate) => (
				<Certificate key={certificate.fingerprint} certificate={certificate} />
			))}
		</ol>
	);
}

function Certificate({ certificate }: { readonly certificate: CertificateFacts }) {
	const text = useWords().endpointErrors.tls;
	const { subject, issuer, validFrom, validTo, names, fingerprint } = certificate;
	return (
		<li>
			<dl>
				<Fact name={text.subject} value={subject} />
				<Fact name={text.issuer} value={issuer === subject ? text.itself : issuer} />
				<Fact name={text.valid} value={text.period(day(validFrom), day(validTo))} />
				{names.length === 0 ? null : <Fact name={text.names} value={names.join(', ')} />}
				<Fact name="SHA-256" value={fingerprint} />
			</dl>
		</li>
	);
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
	const { none } = useWords().endpointErrors.tls;
	return (
		<>
			<dt>{name}</dt>
			<dd>{value === '' ? none : value}</dd>
		</>
	);
}

/** To the minute, in UTC, as in certificates. */
function day(ms: number): string {
	return new Date(ms).toISOString().replace(/T(\d\d:\d\d).*/, ' $1 UTC');
}
