import type {
	MadeIdentity,
	OwnIdentity,
	Pem,
	TlsClient,
	TlsServer,
	TlsVersion,
} from '../../../../common/contract/config/tls.ts';

/** The side of a connection that an endpoint has. */
export type TlsSide = 'server' | 'client';

/** A certificate or key while it is edited; the other choice keeps its text. */
export interface PemDraft {
	readonly from: 'none' | 'file' | 'text';
	readonly path: string;
	readonly pem: string;
}

/** TLS of an endpoint while it is edited. */
export interface TlsDraft {
	readonly on: boolean;
	readonly identity: 'none' | 'made' | 'own';
	/** Separated by commas or blanks. */
	readonly names: string;
	readonly flaw: MadeIdentity['flaw'];
	readonly cert: PemDraft;
	/** `none`: in the certificate's PEM. */
	readonly key: PemDraft;
	readonly passphrase: string;
	readonly ca: PemDraft;
	/** Servers. */
	readonly clientCert: TlsServer['clientCert'];
	/** Clients. */
	readonly verify: boolean;
	readonly servername: string;
	readonly alpn: string;
	readonly minVersion: TlsVersion;
	readonly maxVersion: TlsVersion;
	readonly ciphers: string;
	readonly handshakeTimeoutMs: string;
}

/** Of the side that the endpoint has. */
export function tlsDraft(side: TlsSide, tls: TlsServer | TlsClient | undefined): TlsDraft {
	const server = tls !== undefined && 'clientCert' in tls ? tls : undefined;
	const client = tls !== undefined && 'verify' in tls ? tls : undefined;
	const identity = tls?.identity;
	const own = identity?.from === 'own' ? identity : undefined;
	const made = identity?.from === 'made' ? identity : undefined;
	return {
		on: tls !== undefined,
		identity: identity?.from ?? (side === 'client' ? 'none' : 'made'),
		names: made?.names.join(', ') ?? '',
		flaw: made?.flaw ?? 'none',
		cert: pemDraft(own?.cert, 'file'),
		key: pemDraft(own?.key, own === undefined ? 'file' : 'none'),
		passphrase: own?.passphrase ?? '',
		ca: pemDraft(tls?.ca, 'none'),
		clientCert: server?.clientCert ?? 'none',
		verify: client?.verify ?? true,
		servername: client?.servername ?? '',
		alpn: tls?.alpn.join(', ') ?? '',
		minVersion: tls?.minVersion ?? 'TLSv1.2',
		maxVersion: tls?.maxVersion ?? 'TLSv1.3',
		ciphers: tls?.ciphers ?? '',
		handshakeTimeoutMs: String(tls?.handshakeTimeoutMs ?? 10_000),
	};
}

function pemDraft(pem: Pem | undefined, otherwise: PemDraft['from']): PemDraft {
	return {
		from: pem?.from ?? otherwise,
		path: pem?.from === 'file' ? pem.path : '',
		pem: pem?.from === 'text' ? pem.pem : '',
	};
}

/** The input for the schema; undefined without TLS. */
export function tlsInput(side: TlsSide, draft: TlsDraft): unknown {
	if (!draft.on) return undefined;
	const { minVersion, maxVersion, handshakeTimeoutMs } = draft;
	const timeout = handshakeTimeoutMs.trim();
	const ciphers = draft.ciphers.trim();
	const servername = draft.servername.trim();
	const shared = {
		identity: identityInput(draft),
		ca: pemInput(draft.ca),
		alpn: listed(draft.alpn),
		minVersion,
		maxVersion,
		ciphers: ciphers === '' ? undefined : ciphers,
		handshakeTimeoutMs: timeout === '' ? undefined : /^\d+$/.test(timeout) ? Number(timeout) : Number.NaN,
	};
	if (side === 'server') return { ...shared, clientCert: draft.clientCert };
	return { ...shared, verify: draft.verify, servername: servername === '' ? undefined : servername };
}

function identityInput({ identity, names, flaw, cert, key, passphrase }: TlsDraft) {
	if (identity === 'none') return undefined;
	if (identity === 'made') return { from: identity, names: listed(names), flaw } satisfies MadeIdentity;
	return {
		from: identity,
		// A missing one is refused like an empty one.
		cert: pemInput(cert) ?? { from: 'file', path: '' },
		key: pemInput(key),
		passphrase: passphrase === '' ? undefined : passphrase,
	} satisfies { [K in keyof OwnIdentity]: OwnIdentity[K] | undefined };
}

function pemInput({ from, path, pem }: PemDraft): Pem | undefined {
	if (from === 'none') return undefined;
	return from === 'file' ? { from, path } : { from, pem };
}

function listed(text: string): string[] {
	return text.split(/[\s,]+/).filter((word) => word !== '');
}
