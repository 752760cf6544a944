import { z } from 'zod';
import { INPUT_SENTENCES } from '../base/input-sentences.ts';
import { LIMITS } from '../base/limits.ts';
import { sentenceSchema } from '../base/sentence.ts';
import { certificateFactsSchema } from '../base/tls-failure.ts';

/** From oldest to newest. */
export const TLS_VERSIONS = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;
export type TlsVersion = (typeof TLS_VERSIONS)[number];

/** A certificate or a key in PEM: in a file, read at each start, or inline. */
export const pemSchema = z.discriminatedUnion('from', [
	z.object({
		from: z.literal('file'),
		path: z.string().trim().min(1, INPUT_SENTENCES.pemPath).max(4096),
	}),
	z.object({
		from: z.literal('text'),
		pem: z
			.string()
			.max(LIMITS.pemChars, INPUT_SENTENCES.pemLong)
			.refine((text) => text.includes('-----BEGIN '), INPUT_SENTENCES.pemBegin),
	}),
]);
export type Pem = z.infer<typeof pemSchema>;

/** A certificate with its key. Its signers' certificates may follow the certificate. */
export const ownIdentitySchema = z.object({
	from: z.literal('own'),
	cert: pemSchema,
	/** Left out: it is in the same PEM as the certificate. */
	key: pemSchema.optional(),
	/** For an encrypted key. */
	passphrase: z.string().max(1024).optional(),
});
export type OwnIdentity = z.infer<typeof ownIdentitySchema>;

/** The flaw of a generated certificate, to test how clients react to it; `none`: valid. */
export const MADE_FLAWS = ['none', 'self-signed', 'expired', 'not-yet-valid'] as const;

/** A certificate that Wirebench generates at the start, signed by its own authority. */
export const madeIdentitySchema = z.object({
	from: z.literal('made'),
	/** Names and addresses the certificate is valid for; empty: this machine's, and any name that a client requests. */
	names: z.array(z.string().trim().min(1, INPUT_SENTENCES.certificateName).max(253)).max(100).default([]),
	flaw: z.enum(MADE_FLAWS).default('none'),
});
export type MadeIdentity = z.infer<typeof madeIdentitySchema>;

const shared = {
	/** Application protocols in order of preference, as in `h2`, `http/1.1` (RFC 7301); empty: no ALPN. */
	alpn: z.array(z.string().min(1, INPUT_SENTENCES.protocol).max(255, INPUT_SENTENCES.protocolLong)).max(64).default([]),
	minVersion: z.enum(TLS_VERSIONS).default('TLSv1.2'),
	maxVersion: z.enum(TLS_VERSIONS).default('TLSv1.3'),
	/** In OpenSSL's notation; left out: Node's own choice. */
	ciphers: z.string().trim().min(1, INPUT_SENTENCES.cipher).max(2000).optional(),
	/** For the whole handshake, in milliseconds. */
	handshakeTimeoutMs: z.number().int().min(1).max(LIMITS.delayMs).default(10_000),
};

const versionsInOrder = ({ minVersion, maxVersion }: { minVersion: TlsVersion; maxVersion: TlsVersion }) =>
	TLS_VERSIONS.indexOf(minVersion) <= TLS_VERSIONS.indexOf(maxVersion);
const versionsFault = { path: ['maxVersion'], message: INPUT_SENTENCES.versions };

export const tlsServerSchema = z
	.object({
		identity: z
			.discriminatedUnion('from', [madeIdentitySchema, ownIdentitySchema])
			.default({ from: 'made', names: [], flaw: 'none' }),
		/** `request`: a client may send no certificate, or an untrusted one. `require`: it may not. */
		clientCert: z.enum(['none', 'request', 'require']).default('none'),
		/** Whose client certificates are trusted; left out: those of Wirebench's own authority. */
		ca: pemSchema.optional(),
		...shared,
	})
	.refine(versionsInOrder, versionsFault);
export type TlsServer = z.infer<typeof tlsServerSchema>;

export const tlsClientSchema = z
	.object({
		/** Whether an untrusted server is refused. */
		verify: z.boolean().default(true),
		/** The requested name (SNI), which the certificate must match; left out: the host. */
		servername: z.string().trim().min(1, INPUT_SENTENCES.servername).max(253).optional(),
		/** Trusted in addition to the system's authorities and Wirebench's own. */
		ca: pemSchema.optional(),
		/** Sent to a server that requests one; left out: none. `made`: signed by Wirebench's own authority for the first of its names. */
		identity: z.discriminatedUnion('from', [madeIdentitySchema, ownIdentitySchema]).optional(),
		...shared,
	})
	.refine(versionsInOrder, versionsFault);
export type TlsClient = z.infer<typeof tlsClientSchema>;

/** The negotiated parameters of a connection. */
export const tlsFactsSchema = z.object({
	version: z.string(),
	cipher: z.string(),
	alpn: z.string().optional(),
	/** The name that the client requested. */
	servername: z.string().optional(),
	/** The peer's certificates, its own first. */
	chain: z.array(certificateFactsSchema),
	/** `none`: it sent no certificate and need not. */
	trust: z.enum(['verified', 'not-verified', 'none']),
	/** Why it is not verified, in a sentence. */
	why: z.string().optional(),
	/** Which sentence that is. */
	says: sentenceSchema.optional(),
});
export type TlsFacts = z.infer<typeof tlsFactsSchema>;

/** The certificates of a PEM text, in order; everything else is left out. */
export function certificatesIn(text: string): string[] {
	return text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
}
