import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { TLS_VERSIONS, type TlsVersion } from '../../../common/contract/config/tls.ts';
import { type Check, type Outcome, ok, unsupported } from './check.ts';
import { rsaIdentity } from './rsa-identity.ts';
import { CheckFailure, type Text, textIn } from './speech.ts';
import {
	completedHandshake,
	dial,
	factsOf,
	handshake,
	passes,
	type ServerInput,
	withNodeServer,
} from './tls-loopback.ts';

/** Versions that a TLS library may leave out. */
const OLD: readonly TlsVersion[] = ['TLSv1', 'TLSv1.1'];

const nameOf = (version: TlsVersion) => version.replace(/^TLSv(\d)$/, 'TLS $1.0').replace('TLSv', 'TLS ');

/** What a library that lacks a feature answers: a settings or a handshake error of TLS. */
async function orUnsupported(work: Promise<Outcome>, meaning: Text): Promise<Outcome> {
	try {
		return await work;
	} catch (error) {
		if (!(error instanceof WirebenchError) || error.code !== 'tls') throw error;
		return unsupported((speech) =>
			speech.words.lacking(textIn(meaning, speech), error.details.tls?.code ?? speech.error(error)),
		);
	}
}

/** A handshake in which only this version is allowed, and a message each way. */
function agree(version: TlsVersion): Promise<Outcome> {
	const only = { minVersion: version, maxVersion: version };
	return completedHandshake(only, only, async ({ client, server }) => {
		const facts = factsOf(client);
		if (facts.version !== version) throw new CheckFailure(({ words }) => words.agreed(facts.version));
		await passes(client, server, 'ping');
		await passes(server, client, 'pong');
		return ok(facts.cipher);
	});
}

const versions: readonly Check[] = TLS_VERSIONS.map((version) => ({
	id: `tls.version.${version}`,
	title: ({ words }) => words.versions.title(nameOf(version)),
	run: () =>
		OLD.includes(version)
			? orUnsupported(agree(version), ({ words }) => words.versions.lacking(nameOf(version)))
			: agree(version),
}));

/** OpenSSL's and the standard's name of each cipher that is tried, with the key that the server's certificate needs. */
const CIPHERS = [
	['ECDHE-ECDSA-AES128-GCM-SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'ec'],
	['ECDHE-ECDSA-AES256-GCM-SHA384', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'ec'],
	['ECDHE-ECDSA-CHACHA20-POLY1305', 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', 'ec'],
	['ECDHE-RSA-AES128-GCM-SHA256', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'rsa'],
	['ECDHE-RSA-AES128-SHA', 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 'rsa'],
	['AES128-GCM-SHA256', 'TLS_RSA_WITH_AES_128_GCM_SHA256', 'rsa'],
	['AES128-SHA', 'TLS_RSA_WITH_AES_128_CBC_SHA', 'rsa'],
] as const;

/** Ciphers of today, which every library has. */
const REQUIRED = /^ECDHE-.*(GCM|POLY1305)/;

async function identityFor(key: 'ec' | 'rsa'): Promise<ServerInput> {
	return key === 'ec' ? {} : { identity: await rsaIdentity() };
}

async function chooses(ciphers: string, standard: string, key: 'ec' | 'rsa'): Promise<Outcome> {
	const server = { ...(await identityFor(key)), maxVersion: 'TLSv1.2', ciphers } as const;
	return completedHandshake(server, { verify: false }, async ({ client }) => {
		const { cipher } = factsOf(client);
		if (cipher !== standard) throw new CheckFailure(({ words }) => words.agreed(cipher));
		return ok(standard);
	});
}

const ciphers: readonly Check[] = CIPHERS.map(([name, standard, key]) => ({
	id: `tls.cipher.${name}`,
	title: ({ words }) => words.ciphers.title(name),
	run: () =>
		REQUIRED.test(name)
			? chooses(name, standard, key)
			: orUnsupported(chooses(name, standard, key), ({ words }) => words.ciphers.lacking),
}));

/** A server of the engine has no parameters for it; a client meets old servers that have nothing else. */
const dhe: Check = {
	id: 'tls.cipher.DHE',
	title: ({ words }) => words.ciphers.dhe,
	run: async () => {
		const { cert, key } = await rsaIdentity();
		const only = { maxVersion: 'TLSv1.2', ciphers: 'DHE-RSA-AES128-GCM-SHA256' } as const;
		const tried = withNodeServer({ ...only, cert: cert.pem, key: key.pem, dhparam: 'auto' }, async (port) => {
			const client = await dial(port, { ...only, verify: false });
			if (client instanceof WirebenchError) throw client;
			client.destroy();
			return ok(factsOf(client).cipher);
		});
		return orUnsupported(tried, ({ words }) => words.ciphers.dheLacking);
	},
};

/** TLS 1.3 has few suites, and a library may choose among them by itself. */
const suite: Check = {
	id: 'tls.cipher.TLSv1.3',
	title: ({ words }) => words.ciphers.suite,
	run: () => {
		const wanted = 'TLS_CHACHA20_POLY1305_SHA256';
		const tried = completedHandshake({ minVersion: 'TLSv1.3', ciphers: wanted }, {}, async ({ client }) => {
			const { cipher } = factsOf(client);
			return cipher === wanted
				? ok(wanted)
				: unsupported(({ words: { ciphers } }) => ciphers.chose(ciphers.suiteLacking, cipher));
		});
		return orUnsupported(tried, ({ words }) => words.ciphers.suiteLacking);
	},
};

const unknownCipher: Check = {
	id: 'tls.cipher.unknown',
	title: ({ words }) => words.ciphers.unknown,
	run: async () => {
		try {
			await handshake({ ciphers: 'NO-SUCH-CIPHER' }, {}, async () => undefined);
		} catch (error) {
			if (!(error instanceof WirebenchError) || error.code !== 'tls') throw error;
			if (error.details.path === 'tls.ciphers') return ok();
			return unsupported((speech) => speech.words.unexplained(speech.error(error)));
		}
		throw new CheckFailure(({ words }) => words.accepted);
	},
};

const alpn: Check = {
	id: 'tls.alpn',
	title: ({ words }) => words.alpn.title,
	run: () =>
		completedHandshake({ alpn: ['h2', 'http/1.1'] }, { alpn: ['http/1.1', 'h2'] }, async ({ client, server }) => {
			const [one = '', other = ''] = [factsOf(client).alpn, factsOf(server).alpn];
			if (one !== 'h2' || other !== 'h2') throw new CheckFailure(({ words }) => words.alpn.agreed(one, other));
			return ok('h2');
		}),
};

const sni: Check = {
	id: 'tls.sni',
	title: ({ words }) => words.sni.title,
	run: () =>
		completedHandshake({}, { servername: 'doctor.test' }, async ({ client, server }) => {
			const { trust, chain } = factsOf(client);
			const { servername } = factsOf(server);
			if (servername !== 'doctor.test') throw new CheckFailure(({ words: { sni } }) => sni.saw(servername ?? sni.none));
			if (trust !== 'verified' || !chain[0]?.names.includes('DNS:doctor.test')) {
				throw new CheckFailure(({ words: { sni } }) =>
					sni.certificate(chain[0]?.names.join(', ') ?? sni.nobody, trust),
				);
			}
			return ok(chain[0].subject);
		}),
};

/** What both sides of a handshake agree on. */
export const agreements: readonly Check[] = [...versions, ...ciphers, dhe, suite, unknownCipher, alpn, sni];
