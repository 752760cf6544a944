import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { MADE_FLAWS, TLS_VERSIONS } from '../../../../common/contract/config/tls.ts';
import { type EndpointConfig, endpointConfigSchema, traitsOf } from '../../../../common/endpoints/index.ts';
import { validated } from '../../../../common/json/validated.ts';
import { addresses } from '../../../../common/words/en/cli/addresses.ts';
import { tlsOptions } from '../../../../common/words/en/cli/tls-options.ts';
import { values } from '../../../../common/words/en/cli/values.ts';
import { readText, whyUnreadable } from '../../../files/index.ts';
import { reasonText, spoken } from '../terminal/language.ts';

const words = () => spoken('tlsOptions', tlsOptions);
const addressesWords = () => spoken('addresses', addresses);
const valuesWords = () => spoken('values', values);

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
	const texts = words();
	const versions = (flag: string, what: string) => new Option(`--tls-${flag} <version>`, what).choices(TLS_VERSIONS);
	command
		.option('--tls-cert <file>', texts.cert)
		.option('--tls-key <file>', texts.key)
		.option('--tls-passphrase-file <file>', texts.passphraseFile);
	if (server) {
		command
			.option('--tls-names <list>', texts.names, listOf)
			.addOption(new Option('--tls-flaw <what>', texts.flaw).choices(MADE_FLAWS))
			.addOption(new Option('--tls-client-cert <how>', texts.clientCert).choices(['none', 'request', 'require']))
			.option('--tls-ca <file>', texts.clientCa);
	} else {
		command
			.option('--tls-made <list>', texts.made, listOf)
			.option('--tls-ca <file>', texts.ca)
			.option('--tls-servername <name>', texts.servername)
			.option('--tls-insecure', texts.insecure);
	}
	return command
		.option('--tls-alpn <list>', texts.alpn, listOf)
		.addOption(versions('min', texts.min))
		.addOption(versions('max', texts.max))
		.option('--tls-ciphers <list>', texts.ciphers)
		.option('--tls-handshake-timeout <ms>', texts.handshakeTimeout, wholeNumber);
}

/** The config with TLS, where the address requests it. Fails with `bad-input` where only the options do. */
export async function withTls(config: EndpointConfig, secure: boolean, flags: TlsFlags): Promise<EndpointConfig> {
	if (!secure) {
		const said = Object.keys(flags).find((name) => name.startsWith('tls'));
		if (said === undefined) return config;
		throw new WirebenchError('bad-input', addressesWords().forTls(flagOf(said)));
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
		if (tlsKey !== undefined) throw new WirebenchError('bad-input', words().needs('--tls-key', '--tls-cert'));
		if (tlsPassphraseFile !== undefined)
			throw new WirebenchError('bad-input', words().needs('--tls-passphrase-file', '--tls-cert'));
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
		throw new WirebenchError('bad-input', words().passphrase(path, reasonText(whyUnreadable(error))));
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
	throw new InvalidArgumentError(valuesWords().wholeNumber);
}

/** `tlsAlpn` as it is written: `--tls-alpn`. */
function flagOf(name: string): string {
	return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
