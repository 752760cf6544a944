import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { MADE_FLAWS, TLS_VERSIONS } from '../../../../common/contract/config/tls.ts';
import { type EndpointConfig, endpointConfigSchema, traitsOf } from '../../../../common/endpoints/index.ts';
import { validated } from '../../../../common/json/validated.ts';
import { readText, whyUnreadable } from '../../../files/index.ts';

/** TLS options. */
export interface TlsFlags {
	readonly tlsCert?: string;
	readonly tlsKey?: string;
	readonly tlsPassphraseFile?: string;
	readonly tlsMade?: string[];
	readonly tlsNames?: string[];
	readonly tlsFlaw?: (typeof MADE_FLAWS)[number];
	readonly tlsCa?: string;
	readonly tlsClientCert?: string;
	readonly tlsServername?: string;
	readonly tlsInsecure?: boolean;
	readonly tlsAlpn?: string[];
	readonly tlsMin?: string;
	readonly tlsMax?: string;
	readonly tlsCiphers?: string;
	readonly tlsHandshakeTimeout?: number;
}

export function addTlsFlags(command: Command, side: 'server' | 'client'): Command {
	const server = side === 'server';
	const versions = (flag: string, what: string) => new Option(`--tls-${flag} <version>`, what).choices(TLS_VERSIONS);
	command
		.option('--tls-cert <file>', 'certificate, and behind it those that signed it, in PEM')
		.option('--tls-key <file>', 'its private key in PEM; left out: it is in the file of the certificate')
		.option('--tls-passphrase-file <file>', 'file whose first line is the passphrase of the key');
	if (server) {
		command
			.option('--tls-names <list>', 'names and addresses of a made certificate, with commas between', listOf)
			.addOption(new Option('--tls-flaw <what>', 'make a certificate that is wrong').choices(MADE_FLAWS))
			.addOption(
				new Option('--tls-client-cert <how>', 'certificate of the client').choices(['none', 'request', 'require']),
			)
			.option('--tls-ca <file>', 'whose clients are trusted; left out: those of Wirebench’s authority');
	} else {
		command
			.option('--tls-made <list>', 'show a made certificate for these names', listOf)
			.option('--tls-ca <file>', 'trust this CA too, besides those of the system and Wirebench’s own')
			.option('--tls-servername <name>', 'name to ask for (SNI) and to verify; left out: the host')
			.option('--tls-insecure', 'connect to a server that cannot be trusted, too');
	}
	return command
		.option('--tls-alpn <list>', 'application protocols, best first, with commas between', listOf)
		.addOption(versions('min', 'oldest version (default TLSv1.2)'))
		.addOption(versions('max', 'newest version (default TLSv1.3)'))
		.option('--tls-ciphers <list>', 'ciphers in OpenSSL’s notation')
		.option('--tls-handshake-timeout <ms>', 'for the whole handshake (default 10000)', wholeNumber);
}

/** The config with TLS, where the address requests it. Fails with `bad-input` where only the options do. */
export async function withTls(config: EndpointConfig, secure: boolean, flags: TlsFlags): Promise<EndpointConfig> {
	if (!secure) {
		const said = Object.keys(flags).find((name) => name.startsWith('tls'));
		if (said === undefined) return config;
		throw new WirebenchError('bad-input', `${flagOf(said)} is for tls://HOST:PORT.`);
	}
	return validated(endpointConfigSchema, { ...config, tls: await tlsInput(config, flags) });
}

async function tlsInput(config: EndpointConfig, flags: TlsFlags) {
	const { tlsCa, tlsAlpn, tlsMin, tlsMax, tlsCiphers, tlsHandshakeTimeout } = flags;
	const { tlsClientCert, tlsServername, tlsInsecure } = flags;
	const given = {
		identity: await identityInput(flags),
		ca: tlsCa === undefined ? undefined : file(tlsCa),
		alpn: tlsAlpn,
		minVersion: tlsMin,
		maxVersion: tlsMax,
		ciphers: tlsCiphers,
		handshakeTimeoutMs: tlsHandshakeTimeout,
		...(traitsOf(config.kind).tls.includes('server')
			? { clientCert: tlsClientCert }
			: { servername: tlsServername, verify: tlsInsecure === true ? false : undefined }),
	};
	return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

async function identityInput({ tlsCert, tlsKey, tlsPassphraseFile, tlsMade, tlsNames, tlsFlaw }: TlsFlags) {
	if (tlsCert === undefined) {
		if (tlsKey !== undefined) throw new WirebenchError('bad-input', '--tls-key needs --tls-cert.');
		if (tlsPassphraseFile !== undefined)
			throw new WirebenchError('bad-input', '--tls-passphrase-file needs --tls-cert.');
		const names = tlsMade ?? tlsNames;
		if (names === undefined && tlsFlaw === undefined) return undefined;
		return {
			from: 'made',
			...(names === undefined ? {} : { names }),
			...(tlsFlaw === undefined ? {} : { flaw: tlsFlaw }),
		};
	}
	return {
		from: 'own',
		cert: file(tlsCert),
		...(tlsKey === undefined ? {} : { key: file(tlsKey) }),
		...(tlsPassphraseFile === undefined ? {} : { passphrase: await firstLine(tlsPassphraseFile) }),
	};
}

async function firstLine(path: string): Promise<string> {
	try {
		return (await readText(path, { mostBytes: 64 * 1024, pipes: true })).split(/\r?\n/, 1)[0] ?? '';
	} catch (error) {
		throw new WirebenchError('bad-input', `The passphrase file ${path} cannot be read (${whyUnreadable(error)}).`);
	}
}

function file(path: string) {
	return { from: 'file', path: resolve(path) } as const;
}

function listOf(text: string): string[] {
	return text.split(',').map((one) => one.trim());
}

function wholeNumber(text: string): number {
	if (/^\d{1,9}$/.test(text)) return Number(text);
	throw new InvalidArgumentError('It is a whole number.');
}

/** `tlsAlpn` as it is written: `--tls-alpn`. */
function flagOf(name: string): string {
	return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
