import { z } from 'zod';
import { LIMITS } from '../base/limits.ts';
import { certificateFactsSchema } from '../base/tls-failure.ts';

/** From oldest to newest. */
export const TLS_VERSIONS = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;
export type TlsVersion = (typeof TLS_VERSIONS)[number];

/** A certificate or a key in PEM: in a file, read at each start, or written here. */
export const pemSchema = z.discriminatedUnion('from', [
	z.object({
		from: z.literal('file'),
		path: z.string().trim().min(1, 'Give the path of a PEM file.').max(4096),
	}),
	z.object({
		from: z.literal('text'),
		pem: z
			.string()
			.max(LIMITS.pemChars, 'This is too long for a certificate or a key.')
			.refine((text) => text.includes('-----BEGIN '), 'PEM text begins with -----BEGIN.'),
	}),
]);
export type Pem = z.infer<typeof pemSchema>;

/** A certificate with its key. The certificate may be followed by those that signed it. */
const ownIdentitySchema = z.object({
	from: z.literal('own'),
	cert: pemSchema,
	/** Left out: it is beside the certificate, in the same PEM. */
	key: pemSchema.optional(),
	/** Of an encrypted key. */
	passphrase: z.string().max(1024).optional(),
});
export type OwnIdentity = z.infer<typeof ownIdentitySchema>;

/** What a made certificate is like: right, or wrong in one way, to see what clients say to it. */
export const MADE_FLAWS = ['none', 'self-signed', 'expired', 'not-yet-valid'] as const;

/** A certificate that Wirebench makes at the start, signed by its own authority. */
const madeIdentitySchema = z.object({
	from: z.literal('made'),
	/** Names and addresses it is good for; none: this machine's, and any name that a client asks for. */
	names: z.array(z.string().trim().min(1, 'Give a name or an address.').max(253)).max(100).default([]),
	flaw: z.enum(MADE_FLAWS).default('none'),
});
export type MadeIdentity = z.infer<typeof madeIdentitySchema>;

const shared = {
	/** Protocols of the application in order of preference, as in `h2`, `http/1.1` (RFC 7301); none: not spoken of. */
	alpn: z
		.array(z.string().min(1, 'Give the name of a protocol.').max(255, 'A protocol has at most 255 bytes.'))
		.max(64)
		.default([]),
	minVersion: z.enum(TLS_VERSIONS).default('TLSv1.2'),
	maxVersion: z.enum(TLS_VERSIONS).default('TLSv1.3'),
	/** In OpenSSL's notation; left out: Node's own choice. */
	ciphers: z.string().trim().min(1, 'Name a cipher.').max(2000).optional(),
	/** For the whole handshake, in milliseconds. */
	handshakeTimeoutMs: z.number().int().min(1).max(LIMITS.delayMs).default(10_000),
};

const versionsInOrder = ({ minVersion, maxVersion }: { minVersion: TlsVersion; maxVersion: TlsVersion }) =>
	TLS_VERSIONS.indexOf(minVersion) <= TLS_VERSIONS.indexOf(maxVersion);
const versionsFault = { path: ['maxVersion'], message: 'The newest version is older than the oldest one.' };

export const tlsServerSchema = z
	.object({
		identity: z
			.discriminatedUnion('from', [madeIdentitySchema, ownIdentitySchema])
			.default({ from: 'made', names: [], flaw: 'none' }),
		/** `request`: a client may come without a certificate, or with one that is not trusted. `require`: it may not. */
		clientCert: z.enum(['none', 'request', 'require']).default('none'),
		/** Whose client certificates are trusted; left out: those of Wirebench's own authority. */
		ca: pemSchema.optional(),
		...shared,
	})
	.refine(versionsInOrder, versionsFault);
export type TlsServer = z.infer<typeof tlsServerSchema>;

export const tlsClientSchema = z
	.object({
		/** Whether a server that cannot be trusted is refused. */
		verify: z.boolean().default(true),
		/** The name that is asked for (SNI) and that the certificate has to be good for; left out: the host. */
		servername: z.string().trim().min(1, 'Give a name.').max(253).optional(),
		/** Trusted besides what the system trusts and Wirebench's own authority. */
		ca: pemSchema.optional(),
		/** Shown to a server that asks; left out: none. `made`: signed by Wirebench's own authority for the first of its names. */
		identity: z.discriminatedUnion('from', [madeIdentitySchema, ownIdentitySchema]).optional(),
		...shared,
	})
	.refine(versionsInOrder, versionsFault);
export type TlsClient = z.infer<typeof tlsClientSchema>;

/** What was agreed on for a connection. */
export const tlsFactsSchema = z.object({
	version: z.string(),
	cipher: z.string(),
	alpn: z.string().optional(),
	/** The name that the client asked for. */
	servername: z.string().optional(),
	/** What the peer showed, its own certificate first. */
	chain: z.array(certificateFactsSchema),
	/** `none`: it showed no certificate and need not. */
	trust: z.enum(['verified', 'not-verified', 'none']),
	/** Why it is not verified, a sentence. */
	why: z.string().optional(),
});
export type TlsFacts = z.infer<typeof tlsFactsSchema>;

/** The certificates of a PEM text, in order, without whatever else is in it. */
export function certificatesIn(text: string): string[] {
	return text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
}
