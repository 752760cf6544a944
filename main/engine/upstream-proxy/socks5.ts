import { isIPv4, isIPv6, SocketAddress } from 'node:net';
import type { ErrorCode, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { UpstreamProxy } from '../../../common/contract/config/upstream-proxy.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import { ipv4Bytes, ipv6Bytes } from '../addresses/address-bytes.ts';
import { engineError } from '../sentences/engine-error.ts';
import type { Handshake } from './handshake.ts';
import type { Target } from './target.ts';

const VERSION = 5;
const NO_AUTHENTICATION = 0;
const USER_AND_PASSWORD = 2;
const NONE_ACCEPTABLE = 0xff;
/** Of the sub-negotiation (RFC 1929). */
const AUTHENTICATION_VERSION = 1;
const CONNECT = 1;
const IPV4 = 1;
const NAME = 3;
const IPV6 = 4;
const MOST_NAME_BYTES = 255;

/** The replies of RFC 1928, section 6, that refuse. */
const REFUSALS: Readonly<Record<number, ErrorCode>> = {
	2: 'not-permitted',
	3: 'unreachable',
	4: 'unreachable',
	5: 'refused',
	6: 'unreachable',
	8: 'address-not-available',
};

/** Requests a connection from a SOCKS5 proxy. `tell` receives each step. */
export async function askSocks5(talk: Handshake, via: UpstreamProxy, target: Target, tell: (text: string) => void) {
	const { user, password } = via;
	const methods = user === undefined ? [NO_AUTHENTICATION] : [NO_AUTHENTICATION, USER_AND_PASSWORD];
	talk.write(Uint8Array.of(VERSION, methods.length, ...methods));
	const [version = 0, method = NONE_ACCEPTABLE] = await talk.take(2);
	if (version !== VERSION) throw talk.fault(engineError('unavailable', 'proxyOtherVersion', { version }));
	if (method === USER_AND_PASSWORD && user !== undefined) {
		await authenticate(talk, user, password);
		tell(eventTexts.proxyUser({ user }));
	} else if (method === NO_AUTHENTICATION) {
		tell(eventTexts.proxyNoUser);
	} else if (method === NONE_ACCEPTABLE) {
		throw engineError('not-permitted', user === undefined ? 'proxyWantsUser' : 'proxyTakesNoUser');
	} else {
		throw talk.fault(engineError('unavailable', 'proxyOtherMethod', { method }));
	}
	talk.write(Buffer.concat([Uint8Array.of(VERSION, CONNECT, 0), addressBytes(target), portBytes(target.port)]));
	const [replyVersion = 0, reply = 0] = await talk.take(2);
	if (replyVersion !== VERSION)
		throw talk.fault(engineError('unavailable', 'proxyReplyVersion', { version: replyVersion }));
	if (reply !== 0) throw refusal(reply, target);
	tell(eventTexts.proxyFrom({ place: await boundAddress(talk) }));
}

async function authenticate(talk: Handshake, user: string, password: string): Promise<void> {
	const parts = [user, password].flatMap((text) => {
		const bytes = Buffer.from(text);
		return [Uint8Array.of(bytes.length), bytes];
	});
	talk.write(Buffer.concat([Uint8Array.of(AUTHENTICATION_VERSION), ...parts]));
	const [, status = 0] = await talk.take(2);
	if (status !== 0) throw engineError('not-permitted', 'proxyRefusedUser', { user, status });
}

function refusal(reply: number, { host, port }: Target): WirebenchError {
	const target = formatSocketAddress({ address: host, port });
	return engineError(REFUSALS[reply] ?? 'unavailable', 'socksRefused', { target, reply }, { address: host, port });
}

/** ATYP and address; anything else than an address is a name, which the proxy looks up. */
function addressBytes({ host }: Target): Buffer {
	if (isIPv4(host)) return Buffer.concat([Uint8Array.of(IPV4), ipv4Bytes(host)]);
	if (isIPv6(host) && host.includes('%')) {
		throw engineError('bad-input', 'socksZone', { host }, { path: 'host' });
	}
	if (isIPv6(host)) return Buffer.concat([Uint8Array.of(IPV6), ipv6Bytes(host)]);
	const name = Buffer.from(host);
	if (name.length > MOST_NAME_BYTES) {
		throw engineError('bad-input', 'socksNameTooLong', { most: MOST_NAME_BYTES }, { path: 'host' });
	}
	return Buffer.concat([Uint8Array.of(NAME, name.length), name]);
}

function portBytes(port: number): Buffer {
	const bytes = Buffer.alloc(2);
	bytes.writeUInt16BE(port);
	return bytes;
}

/** Reads the rest of a reply: the proxy's own address of the connection, in words. */
async function boundAddress(talk: Handshake): Promise<string> {
	const [, type = 0] = await talk.take(2);
	const address = await readAddress(talk, type);
	const port = (await talk.take(2)).readUInt16BE();
	return formatSocketAddress({ address, port });
}

async function readAddress(talk: Handshake, type: number): Promise<string> {
	if (type === IPV4) return [...(await talk.take(4))].join('.');
	if (type === NAME) return (await talk.take((await talk.take(1)).readUInt8())).toString();
	if (type !== IPV6) throw talk.fault(engineError('unavailable', 'proxyAddressKind', { type }));
	const groups = [...new Uint16Array(8).keys()];
	const bytes = await talk.take(16);
	const address = groups.map((at) => bytes.readUInt16BE(at * 2).toString(16)).join(':');
	return new SocketAddress({ address, family: 'ipv6' }).address;
}
