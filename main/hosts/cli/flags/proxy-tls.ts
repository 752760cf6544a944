import { resolve } from 'node:path';
import type { Command } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';

/** TLS options for either side of a proxy. */
export interface ProxyTlsFlags {
	readonly tlsCert?: string;
	readonly tlsKey?: string;
	readonly targetCa?: string;
	readonly targetServername?: string;
	readonly targetInsecure?: boolean;
}

export function addProxyTlsFlags(command: Command): Command {
	return command
		.option('--tls-cert <file>', 'tls:// to listen on: certificate in PEM; left out: one is made')
		.option('--tls-key <file>', 'its private key in PEM; left out: it is in the file of the certificate')
		.option('--target-ca <file>', 'tls:// as target: trust this CA too')
		.option('--target-servername <name>', 'name to ask the target for (SNI) and to verify; left out: its host')
		.option('--target-insecure', 'connect to a target that cannot be trusted, too');
}

/** The TLS settings of both sides. Fails with `bad-input` where options conflict with the addresses. */
export function proxyTls(secure: { readonly listen: boolean; readonly target: boolean }, flags: ProxyTlsFlags) {
	const { tlsCert, tlsKey, targetCa, targetServername, targetInsecure } = flags;
	if (!secure.listen && (tlsCert ?? tlsKey) !== undefined) throw needless('--tls-cert', 'listening on');
	if (!secure.target && (targetCa ?? targetServername ?? targetInsecure) !== undefined) {
		throw needless('--target-ca', 'a target');
	}
	if (tlsKey !== undefined && tlsCert === undefined) {
		throw new WirebenchError('bad-input', '--tls-key needs --tls-cert.');
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

function needless(option: string, what: string): WirebenchError {
	return new WirebenchError('bad-input', `${option} and its like are for ${what} tls://HOST:PORT.`);
}

function file(path: string) {
	return { from: 'file', path: resolve(path) } as const;
}
