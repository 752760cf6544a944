import type { z } from 'zod';
import type { Framing } from '../../contract/config/framing.ts';
import type { Numbering } from '../../contract/config/numbering.ts';
import type { rewriteSchema } from '../../contract/config/proxy.ts';
import type { RequestList } from '../../contract/config/request-list.ts';
import type { Action, Responder } from '../../contract/config/responder.ts';
import type { SocketOptions } from '../../contract/config/socket-options.ts';
import type { OwnIdentity, Pem, TlsClient, TlsServer } from '../../contract/config/tls.ts';
import type { UpstreamProxy } from '../../contract/config/upstream-proxy.ts';
import type { WrittenBytes } from '../../payload/schema.ts';
import type { PortPlace } from './place.ts';
import type { Texts } from './texts.ts';

// What the texts of the parts that several kinds have are: secret, a path, or neither.

const WRITTEN: Texts<WrittenBytes> = { text: 'public' };
const FRAMING: Texts<Framing> = { delimiter: WRITTEN };
const ACTION: Texts<Action> = {
	reply: WRITTEN,
	compose: { structure: 'public' },
	file: { path: 'answer-file', name: 'public' },
};
const CERTIFICATE: Texts<Pem> = { path: 'file', pem: 'certificates' };
const OWN_IDENTITY: Texts<OwnIdentity> = {
	cert: CERTIFICATE,
	key: { path: 'file', pem: 'secret-holder' },
	passphrase: 'secret',
};
const TLS = {
	identity: { names: 'public', ...OWN_IDENTITY },
	ca: CERTIFICATE,
	alpn: 'public',
	ciphers: 'public',
} as const;

export const PLACE_TEXTS: Texts<PortPlace> = { host: 'public' };
export const FRAMING_TEXTS = { framing: FRAMING, framingOut: FRAMING };
export const LEDGER_TEXTS: Texts<Numbering> = { text: 'public' };
export const RESPONDER_TEXTS: Texts<Responder> = {
	onOpen: ACTION,
	rules: {
		...ACTION,
		match: { pattern: 'public', structure: 'public', condition: 'public' },
		when: 'public',
		next: 'public',
	},
	script: { source: 'public' },
};
export const STREAM_TEXTS = { ...FRAMING_TEXTS, ledger: LEDGER_TEXTS, responder: RESPONDER_TEXTS };
export const TLS_SERVER_TEXTS: Texts<TlsServer> = TLS;
export const TLS_CLIENT_TEXTS: Texts<TlsClient> = { ...TLS, servername: 'public' };
/** The name of the user is no secret. */
export const UPSTREAM_PROXY_TEXTS: Texts<UpstreamProxy> = { host: 'public', user: 'public', password: 'secret-blank' };
export const REQUEST_LIST_TEXTS: Texts<RequestList> = { messages: WRITTEN };
export const UDP_OPTIONS_TEXTS: Texts<SocketOptions> = {
	multicastInterface: 'public',
	groups: { group: 'public', interface: 'public', source: 'public' },
};
const REWRITE_RULE = { match: { pattern: 'public' }, replace: WRITTEN } as const;
export const REWRITE_TEXTS: Texts<z.infer<typeof rewriteSchema>> = { toTarget: REWRITE_RULE, toClient: REWRITE_RULE };
