import { createPrivateKey } from 'node:crypto';
import { connect } from 'node:net';
import { getCACertificates } from 'node:tls';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { TlsReason } from '../../../common/contract/base/tls-failure.ts';
import { type Check, type Outcome, ok, unsupported } from './check.ts';
import { rsaIdentity } from './rsa-identity.ts';
import {
	type ClientInput,
	completedHandshake,
	factsOf,
	handshake,
	type ServerInput,
	type Side,
	withServer,
} from './tls-loopback.ts';

/** A side must have refused; another reason than this is a worse explanation, and no worse protection. */
function refused(side: Side, reason: TlsReason): Outcome {
	if (!(side instanceof WirebenchError)) throw new Error('It was accepted.');
	const found = side.details.tls?.reason;
	if (found === reason) return ok(side.message);
	return unsupported(`It is refused, but the cause is not reported: ${side.message}`);
}

/** A server that a client of the engine has to refuse. */
function distrusted(
	name: string,
	title: string,
	reason: TlsReason,
	server: ServerInput,
	client: ClientInput = {},
): Check {
	return {
		id: `tls.verify.${name}`,
		title: `${title} is refused`,
		run: () => handshake(server, client, async (sides) => refused(sides.client, reason)),
	};
}

const verification: readonly Check[] = [
	{
		id: 'tls.verify.trusted',
		title: "a certificate of Wirebench's own authority is accepted",
		run: () =>
			completedHandshake({}, {}, async ({ client }) => {
				const { trust, chain } = factsOf(client);
				if (trust !== 'verified' || chain.length < 2)
					throw new Error(`It is ${trust}, with a chain of ${chain.length}.`);
				return ok();
			}),
	},
	distrusted('self-signed', 'a certificate that is signed by itself', 'self-signed', made('self-signed')),
	distrusted('expired', 'a certificate that has expired', 'expired', made('expired')),
	distrusted('not-yet-valid', 'a certificate that is not valid yet', 'not-yet-valid', made('not-yet-valid')),
	distrusted('wrong-name', 'a certificate for another name', 'wrong-name', {
		identity: { from: 'made', names: ['other.test'] },
	}),
	{
		id: 'tls.verify.off',
		title: 'with verification off, a certificate that is signed by itself is accepted and shown',
		run: () =>
			completedHandshake(made('self-signed'), { verify: false }, async ({ client }) => {
				const { trust, chain } = factsOf(client);
				if (trust !== 'not-verified' || chain.length !== 1)
					throw new Error(`It is ${trust}, with a chain of ${chain.length}.`);
				return ok();
			}),
	},
];

function made(flaw: 'self-signed' | 'expired' | 'not-yet-valid'): ServerInput {
	return { identity: { from: 'made', flaw } };
}

const own: readonly Check[] = [
	{
		id: 'tls.identity.rsa',
		title: 'a certificate of a person, with an RSA key, trusted by its file',
		run: async () => {
			const identity = await rsaIdentity();
			return completedHandshake({ identity }, { ca: identity.cert }, async ({ client }) => ok(factsOf(client).cipher));
		},
	},
	{
		id: 'tls.identity.passphrase',
		title: 'a private key with a passphrase',
		run: async () => {
			const identity = await rsaIdentity();
			const passphrase = 'doctor';
			const pem = createPrivateKey(identity.key.pem)
				.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase })
				.toString();
			const locked = { ...identity, key: { from: 'text', pem }, passphrase } as const;
			return completedHandshake({ identity: locked }, { ca: identity.cert }, async () => ok());
		},
	},
];

const clients: readonly Check[] = [
	{
		id: 'tls.client-certificate.trusted',
		title: 'a client certificate is requested, sent and verified',
		run: () =>
			completedHandshake(
				{ clientCert: 'require' },
				{ identity: { from: 'made', names: ['ann'] } },
				async ({ server }) => {
					const { trust, chain } = factsOf(server);
					if (trust !== 'verified') throw new Error(`It is ${trust}.`);
					return ok(chain[0]?.subject);
				},
			),
	},
	{
		id: 'tls.client-certificate.missing',
		title: 'a client without a required certificate is refused',
		run: () => handshake({ clientCert: 'require' }, {}, async (sides) => refused(sides.server, 'certificate-required')),
	},
	{
		id: 'tls.client-certificate.untrusted',
		title: 'a client whose certificate is signed by itself is refused',
		run: () =>
			handshake({ clientCert: 'require' }, { identity: { from: 'made', flaw: 'self-signed' } }, async (sides) =>
				refused(sides.server, 'self-signed'),
			),
	},
	{
		id: 'tls.client-certificate.optional',
		title: 'a client without a requested certificate is accepted',
		run: () =>
			completedHandshake({ clientCert: 'request' }, {}, async ({ server }) => {
				const { trust } = factsOf(server);
				if (trust !== 'none') throw new Error(`Its certificate is ${trust}.`);
				return ok();
			}),
	},
];

const reasons: readonly Check[] = [
	{
		id: 'tls.reason.version',
		title: 'ends without a version in common are refused, with the cause',
		run: () =>
			handshake({ minVersion: 'TLSv1.3' }, { maxVersion: 'TLSv1.2' }, async (sides) =>
				refused(sides.client, 'version'),
			),
	},
	{
		id: 'tls.reason.cipher',
		title: 'ends without a cipher in common are refused, with the cause',
		run: () =>
			handshake(
				{ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES256-GCM-SHA384' },
				{ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' },
				async (sides) => refused(sides.server, 'cipher'),
			),
	},
	{
		id: 'tls.reason.alpn',
		title: 'ends without an application protocol in common are refused, with the cause',
		run: () => handshake({ alpn: ['h2'] }, { alpn: ['http/1.1'] }, async (sides) => refused(sides.client, 'alpn')),
	},
	{
		id: 'tls.reason.http',
		title: 'plain HTTP to a TLS server is refused, with the cause',
		run: () =>
			withServer({}, async ({ port, next }) => {
				const plain = connect(port, '127.0.0.1');
				plain.on('error', () => undefined);
				plain.end('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
				return refused(await next(), 'not-tls');
			}),
	},
];

const roots: Check = {
	id: 'tls.trust',
	title: 'authorities that are trusted for servers of others',
	run: async () => {
		const [built, system] = [getCACertificates('default').length, getCACertificates('system').length];
		if (built + system > 0) return ok(`${built} by default, ${system} of the system`);
		return unsupported('No authority is trusted: the certificate of every server of others is refused.');
	},
};

/** Whom the ends of a handshake trust, and how they say why they do not. */
export const certificates: readonly Check[] = [...verification, ...own, ...clients, ...reasons, roots];
