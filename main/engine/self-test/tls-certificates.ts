import { createPrivateKey } from 'node:crypto';
import { connect } from 'node:net';
import { getCACertificates } from 'node:tls';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { TlsReason } from '../../../common/contract/base/tls-failure.ts';
import { type Check, type Outcome, ok, unsupported } from './check.ts';
import { rsaIdentity } from './rsa-identity.ts';
import { CheckFailure } from './speech.ts';
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
	if (!(side instanceof WirebenchError)) throw new CheckFailure(({ words }) => words.accepted);
	const found = side.details.tls?.reason;
	if (found === reason) return ok(({ error }) => error(side));
	return unsupported(({ words, error }) => words.unexplained(error(side)));
}

/** A server that a client of the engine has to refuse. */
function distrusted(
	reason: 'self-signed' | 'expired' | 'not-yet-valid' | 'wrong-name',
	server: ServerInput,
	client: ClientInput = {},
): Check {
	return {
		id: `tls.verify.${reason}`,
		title: ({ words }) => words.certificates[reason],
		run: () => handshake(server, client, async (sides) => refused(sides.client, reason)),
	};
}

const verification: readonly Check[] = [
	{
		id: 'tls.verify.trusted',
		title: ({ words }) => words.certificates.trusted,
		run: () =>
			completedHandshake({}, {}, async ({ client }) => {
				const { trust, chain } = factsOf(client);
				if (trust !== 'verified' || chain.length < 2)
					throw new CheckFailure(({ words }) => words.certificates.chain(trust, chain.length));
				return ok();
			}),
	},
	distrusted('self-signed', made('self-signed')),
	distrusted('expired', made('expired')),
	distrusted('not-yet-valid', made('not-yet-valid')),
	distrusted('wrong-name', {
		identity: { from: 'made', names: ['other.test'] },
	}),
	{
		id: 'tls.verify.off',
		title: ({ words }) => words.certificates.off,
		run: () =>
			completedHandshake(made('self-signed'), { verify: false }, async ({ client }) => {
				const { trust, chain } = factsOf(client);
				if (trust !== 'not-verified' || chain.length !== 1)
					throw new CheckFailure(({ words }) => words.certificates.chain(trust, chain.length));
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
		title: ({ words }) => words.certificates.rsa,
		run: async () => {
			const identity = await rsaIdentity();
			return completedHandshake({ identity }, { ca: identity.cert }, async ({ client }) => ok(factsOf(client).cipher));
		},
	},
	{
		id: 'tls.identity.passphrase',
		title: ({ words }) => words.certificates.passphrase,
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
		title: ({ words }) => words.clients.trusted,
		run: () =>
			completedHandshake(
				{ clientCert: 'require' },
				{ identity: { from: 'made', names: ['ann'] } },
				async ({ server }) => {
					const { trust, chain } = factsOf(server);
					if (trust !== 'verified') throw new CheckFailure(({ words }) => words.clients.trust(trust));
					return ok(chain[0]?.subject);
				},
			),
	},
	{
		id: 'tls.client-certificate.missing',
		title: ({ words }) => words.clients.missing,
		run: () => handshake({ clientCert: 'require' }, {}, async (sides) => refused(sides.server, 'certificate-required')),
	},
	{
		id: 'tls.client-certificate.untrusted',
		title: ({ words }) => words.clients.untrusted,
		run: () =>
			handshake({ clientCert: 'require' }, { identity: { from: 'made', flaw: 'self-signed' } }, async (sides) =>
				refused(sides.server, 'self-signed'),
			),
	},
	{
		id: 'tls.client-certificate.optional',
		title: ({ words }) => words.clients.optional,
		run: () =>
			completedHandshake({ clientCert: 'request' }, {}, async ({ server }) => {
				const { trust } = factsOf(server);
				if (trust !== 'none') throw new CheckFailure(({ words }) => words.clients.unexpected(trust));
				return ok();
			}),
	},
];

const reasons: readonly Check[] = [
	{
		id: 'tls.reason.version',
		title: ({ words }) => words.refusals.version,
		run: () =>
			handshake({ minVersion: 'TLSv1.3' }, { maxVersion: 'TLSv1.2' }, async (sides) =>
				refused(sides.client, 'version'),
			),
	},
	{
		id: 'tls.reason.cipher',
		title: ({ words }) => words.refusals.cipher,
		run: () =>
			handshake(
				{ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES256-GCM-SHA384' },
				{ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' },
				async (sides) => refused(sides.server, 'cipher'),
			),
	},
	{
		id: 'tls.reason.alpn',
		title: ({ words }) => words.refusals.alpn,
		run: () => handshake({ alpn: ['h2'] }, { alpn: ['http/1.1'] }, async (sides) => refused(sides.client, 'alpn')),
	},
	{
		id: 'tls.reason.http',
		title: ({ words }) => words.refusals.http,
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
	title: ({ words }) => words.certificates.roots,
	run: async () => {
		const [built, system] = [getCACertificates('default').length, getCACertificates('system').length];
		if (built + system > 0) return ok(({ words }) => words.certificates.rootCounts(built, system));
		return unsupported(({ words }) => words.certificates.noRoots);
	},
};

/** Whom the ends of a handshake trust, and how they say why they do not. */
export const certificates: readonly Check[] = [...verification, ...own, ...clients, ...reasons, roots];
