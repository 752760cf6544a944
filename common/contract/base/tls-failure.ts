import { z } from 'zod';

/** Fields of a certificate. These are texts of others: show them, never trust them. */
export const certificateFactsSchema = z.object({
	/** As in `CN=localhost, O=Wirebench`. */
	subject: z.string(),
	issuer: z.string(),
	/** Milliseconds since 1970. */
	validFrom: z.number(),
	validTo: z.number(),
	/** Subject alternative names, as in `DNS:localhost`, `IP Address:127.0.0.1`. */
	names: z.array(z.string()),
	/** SHA-256 of the certificate, as in `AB:CD:…`. */
	fingerprint: z.string(),
	/** PEM, so that it can be saved or trusted; only in failures. */
	pem: z.string().optional(),
});
export type CertificateFacts = z.infer<typeof certificateFactsSchema>;

/** Why no TLS connection was established. */
export const TLS_REASONS = [
	'expired',
	'not-yet-valid',
	'wrong-name',
	'self-signed',
	'unknown-authority',
	'bad-certificate',
	'certificate-required',
	'certificate-refused',
	'version',
	'cipher',
	'alpn',
	'not-tls',
	'timeout',
	'ended',
	'protocol',
] as const;
export type TlsReason = (typeof TLS_REASONS)[number];

export const tlsFailureSchema = z.object({
	reason: z.enum(TLS_REASONS),
	/** OpenSSL's or Node's own code, as in `CERT_HAS_EXPIRED`. */
	code: z.string().optional(),
	/** The name that the certificate had to match. */
	expected: z.string().optional(),
	/** The peer's certificates, its own first. */
	chain: z.array(certificateFactsSchema).default([]),
});
export type TlsFailure = z.infer<typeof tlsFailureSchema>;
