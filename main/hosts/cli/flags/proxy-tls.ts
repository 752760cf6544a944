import { resolve } from 'node:path';
import type { Command } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { tlsOptions } from '../../../../common/words/en/cli/tls-options.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('tlsOptions', tlsOptions);

/** TLS options for either side of a proxy. */
export interface ProxyTlsFlags {
	readonly tlsCert?: string;
	readonly tlsKey?: string;
	readonly targetCa?: string;
	readonly targetServername?: string;
	readonly targetInsecure?: boolean;
}

export function addProxyTlsFlags(command: Command): Command {
	const texts = words().proxy;
	return command
		.option('--tls-cert <file>', texts.cert)
		.option('--tls-key <file>', words().key)
		.option('--target-ca <file>', texts.ca)
		.option('--target-servername <name>', texts.servername)
		.option('--target-insecure', texts.insecure);
}

/** The TLS settings of both sides. Fails with `bad-input` where options conflict with the addresses. */
export function proxyTls(secure: { readonly listen: boolean; readonly target: boolean }, flags: ProxyTlsFlags) {
	const { tlsCert, tlsKey, targetCa, targetServername, targetInsecure } = flags;
	if (!secure.listen && (tlsCert ?? tlsKey) !== undefined) {
		throw new WirebenchError('bad-input', words().proxy.forListening('--tls-cert'));
	}
	if (!secure.target && (targetCa ?? targetServername ?? targetInsecure) !== undefined) {
		throw new WirebenchError('bad-input', words().proxy.forTarget('--target-ca'));
	}
	if (tlsKey !== undefined && tlsCert === undefined) {
		throw new WirebenchError('bad-input', words().needs('--tls-key', '--tls-cert'));
	}
	const identity = {
		from: 'own',
		...(tlsCert === undefined ? {} : { cert: file(tlsCert) }),
		...(tlsKey === undefined ? {} : { key: file(tlsKey) }),
	};
	return {
		...(secure.listen ? { tls: tlsCert === undefined ? {} : { identity } } : {}),
		...(secure.target
			? {
					targetTls: {
						verify: targetInsecure !== true,
						...(targetCa === undefined ? {} : { ca: file(targetCa) }),
						...(targetServername === undefined ? {} : { servername: targetServername }),
					},
				}
			: {}),
	};
}

function file(path: string) {
	return { from: 'file', path: resolve(path) } as const;
}
