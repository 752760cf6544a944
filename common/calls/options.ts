import { OPTION_NAMES } from '../contract/base/option-names.ts';
import { isObject } from '../json/is-object.ts';
import type { Family, OptionValue } from './call.ts';
import type { SocketFacts } from './socket-facts.ts';

/** An option of a config in C: before `bind`, or after it. */
interface Known {
	readonly early?: true;
	/** `inet6` where IPv6 has another one. */
	readonly names: { readonly inet: readonly [string, string]; readonly inet6?: readonly [string, string] };
	/** What is divided: milliseconds to seconds. */
	readonly per?: number;
}

const SOL = 'SOL_SOCKET';
const V4 = 'IPPROTO_IP';
const V6 = 'IPPROTO_IPV6';

const KNOWN: Readonly<Record<string, Known>> = {
	reuseAddress: { early: true, names: { inet: [SOL, 'SO_REUSEADDR'] } },
	reusePort: { early: true, names: { inet: [SOL, 'SO_REUSEPORT'] } },
	ipv6Only: { early: true, names: { inet: [V6, 'IPV6_V6ONLY'] } },
	noDelay: { names: { inet: ['IPPROTO_TCP', 'TCP_NODELAY'] } },
	keepAliveMs: { names: { inet: ['IPPROTO_TCP', 'TCP_KEEPIDLE'] }, per: 1000 },
	receiveBuffer: { names: { inet: [SOL, 'SO_RCVBUF'] } },
	sendBuffer: { names: { inet: [SOL, 'SO_SNDBUF'] } },
	ttl: { names: { inet: [V4, 'IP_TTL'], inet6: [V6, 'IPV6_UNICAST_HOPS'] } },
	broadcast: { names: { inet: [SOL, 'SO_BROADCAST'] } },
	multicastTtl: { names: { inet: [V4, 'IP_MULTICAST_TTL'], inet6: [V6, 'IPV6_MULTICAST_HOPS'] } },
	multicastLoopback: { names: { inet: [V4, 'IP_MULTICAST_LOOP'], inet6: [V6, 'IPV6_MULTICAST_LOOP'] } },
	multicastInterface: { names: { inet: [V4, 'IP_MULTICAST_IF'], inet6: [V6, 'IPV6_MULTICAST_IF'] } },
	groups: { names: { inet: [V4, 'IP_ADD_MEMBERSHIP'], inet6: [V6, 'IPV6_ADD_MEMBERSHIP'] } },
};

const BY_WORDS: ReadonlyMap<string, string> = new Map(
	Object.entries(OPTION_NAMES).map(([option, words]) => [words, option]),
);

/** SO_LINGER with a time of 0: closing sends RST. */
export const RESETS: OptionValue = { level: SOL, name: 'SO_LINGER', value: '1, 0' };
export const REUSE_ADDRESS: OptionValue = { level: SOL, name: 'SO_REUSEADDR', value: 1 };
const KEEP_ALIVE: OptionValue = { level: SOL, name: 'SO_KEEPALIVE', value: 1 };

/** The options of a datagram socket or a listener before `bind`, and those after it. */
export function boundOptions({ options }: SocketFacts, family: Family, early: boolean): OptionValue[] {
	return Object.entries(KNOWN).flatMap(([option, known]) =>
		(known.early ?? false) === early && option !== 'noDelay' && option !== 'keepAliveMs'
			? valuesOf(option, options[option], family)
			: [],
	);
}

/** Those of a connected stream. */
export function connectionOptions({ options, noDelay }: SocketFacts): OptionValue[] {
	const idle = valuesOf('keepAliveMs', options.keepAliveMs, 'inet');
	return [
		...valuesOf('noDelay', noDelay === true ? true : undefined, 'inet'),
		...(idle.length > 0 ? [KEEP_ALIVE] : []),
		...idle,
	];
}

/** An option that was changed while the socket was open, by its words and value in an event. */
export function changedOption(words: string, value: string, family: Family): OptionValue | undefined {
	const option = BY_WORDS.get(words);
	if (option === undefined) return undefined;
	const number = /^(?:on|off)$/.test(value)
		? Number(value === 'on')
		: Number.parseInt(value.replaceAll(/[\s,]/g, ''), 10);
	return valuesOf(option, Number.isNaN(number) ? value : number, family)[0];
}

function valuesOf(option: string, value: unknown, family: Family): OptionValue[] {
	const known = KNOWN[option];
	if (known === undefined) return [];
	const { inet, inet6 = inet } = known.names;
	const [level, name] = family === 'inet6' ? inet6 : inet;
	return [value].flat().flatMap((one) => {
		const said = plain(one, known.per ?? 1);
		return said === undefined ? [] : [{ level, name, value: said }];
	});
}

function plain(value: unknown, per: number): number | string | undefined {
	if (typeof value === 'boolean') return Number(value);
	if (typeof value === 'number') return value / per;
	if (typeof value === 'string') return value;
	return isObject(value) && typeof value.group === 'string' ? value.group : undefined;
}
