import { type Command, InvalidArgumentError, Option } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { UpstreamProxy } from '../../../../common/contract/config/upstream-proxy.ts';
import { FAMILIES, hasField, kindFor, tcpClientConfigSchema } from '../../../../common/endpoints/index.ts';
import { addresses } from '../../../../common/words/en/cli/addresses.ts';
import { values } from '../../../../common/words/en/cli/values.ts';
import { spoken } from '../terminal/language.ts';
import { parseUpstreamProxy } from './upstream-proxy.ts';
import type { SocketUrl } from './url.ts';

const addressesWords = () => spoken('addresses', addresses);
const valuesWords = () => spoken('values', values);

/** How a client connects to its server. */
export interface DialFlags {
	readonly family?: (typeof FAMILIES)[number];
	readonly from?: { readonly localHost?: string; readonly localPort?: number };
	readonly connectTimeout?: number;
	readonly via?: UpstreamProxy;
}

export function addDialFlags(command: Command): Command {
	const { options } = addressesWords();
	return command
		.addOption(new Option('--family <which>', options.family).choices(FAMILIES))
		.option('--from <address>', options.from, parseFrom)
		.option('--connect-timeout <ms>', options.connectTimeout, milliseconds)
		.option('--via <url>', options.via, parseUpstreamProxy);
}

/** The options, by the config's names. Fails with `bad-input` where the address is not TCP. */
export function dialChoices({ family, from, connectTimeout, via }: DialFlags, url: SocketUrl) {
	const forBoth = { '--family': family, '--from': from };
	const forTcp = { '--connect-timeout': connectTimeout, '--via': via };
	const said = (options: Readonly<Record<string, unknown>>) =>
		Object.keys(options).find((name) => options[name] !== undefined);
	const kind = kindFor('connect', url.protocol);
	const wrong = kind !== undefined && hasField(kind, 'via') ? undefined : said(forTcp);
	if (wrong !== undefined) throw new WirebenchError('bad-input', addressesWords().forTcp(wrong));
	const either = 'host' in url ? undefined : said(forBoth);
	if (either !== undefined) throw new WirebenchError('bad-input', addressesWords().forNetwork(either));
	return {
		...(family === undefined ? {} : { family }),
		...from,
		...(via === undefined ? {} : { via }),
		...(connectTimeout === undefined ? {} : { connectTimeoutMs: connectTimeout }),
	};
}

/** Parses ADDRESS, ADDRESS:PORT or :PORT, an IPv6 address in brackets. */
function parseFrom(text: string): { localHost?: string; localPort?: number } {
	const parts = /^(?:\[([^\]]+)\]|([^:]*))(?::(\d+))?$/.exec(text);
	const [, bracketed, plain, port] = parts ?? [];
	const address = bracketed ?? plain ?? '';
	const { localHost, localPort } = tcpClientConfigSchema.shape;
	const host = localHost.safeParse(address === '' ? undefined : address);
	const number = localPort.safeParse(port === undefined ? undefined : Number(port));
	if (!parts || text === '' || !host.success || !number.success) {
		throw new InvalidArgumentError(addressesWords().from);
	}
	return { ...(host.data === undefined ? {} : { localHost: host.data }), localPort: number.data };
}

function milliseconds(text: string): number {
	const value = Number(text);
	if (/^\d{1,9}$/.test(text) && value >= 1 && value <= LIMITS.delayMs) return value;
	throw new InvalidArgumentError(valuesWords().millisecondRange(1, LIMITS.delayMs));
}
