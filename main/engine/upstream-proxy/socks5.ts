import { isIPv4, isIPv6, SocketAddress } from 'node:net';
import { type ErrorCode, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { UpstreamProxy } from '../../../common/contract/config/upstream-proxy.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
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
const REFUSALS: Readonly<Record<number, { readonly code: ErrorCode; readonly sentence: string }>> = {
	1: { code: 'unavailable', sentence: 'general failure of the proxy' },
	2: { code: 'not-permitted', sentence: 'its rules do not allow this connection' },
	3: { code: 'unreachable', sentence: 'there is no way from it to the network' },
	4: { code: 'unreachable', sentence: 'there is no way from it to the host' },
	5: { code: 'refused', sentence: 'the host refused' },
	6: { code: 'unreachable', sentence: 'the way to the host is too long (TTL expired)' },
	7: { code: 'unavailable', sentence: 'it does not know the command' },
	8: { code: 'address-not-available', sentence: 'it does not know this kind of address' },
};

/** Requests a connection from a SOCKS5 proxy. `tell` receives each step. */
export async function askSocks5(talk: Handshake, via: UpstreamProxy, target: Target, tell: (text: string) => void) {
	const { user, password } = via;
	const methods = user === undefined ? [NO_AUTHENTICATION] : [NO_AUTHENTICATION, USER_AND_PASSWORD];
	talk.write(Uint8Array.of(VERSION, methods.length, ...methods));
	const [version, method] = await talk.take(2);
	if (version !== VERSION) throw talk.fault(`it is no SOCKS5 proxy, it says version ${version}`);
	if (method === USER_AND_PASSWORD && user !== undefined) {
		await authenticate(talk, user, password);
		tell(`The proxy let ${user} in.`);
	} else if (method === NO_AUTHENTICATION) {
		tell('The proxy asks for no user.');
	} else if (method === NONE_ACCEPTABLE) {
		throw notLetIn(
			user === undefined ? 'The proxy wants a user and a password.' : 'The proxy takes no user and password.',
		);
	} else {
		throw talk.fault(`it chose the method ${method}, which was not offered`);
	}
	talk.write(Buffer.concat([Uint8Array.of(VERSION, CONNECT, 0), addressBytes(target), portBytes(target.port)]));
	const [replyVersion, reply = 0] = await talk.take(2);
	if (replyVersion !== VERSION) throw talk.fault(`its reply has version ${replyVersion}`);
	if (reply !== 0) throw refusal(reply, target);
	tell(`The proxy connected from ${await boundAddress(talk)}.`);
}

async function authenticate(talk: Handshake, user: string, password: string): Promise<void> {
	const parts = [user, password].flatMap((text) => {
		const bytes = Buffer.from(text);
		return [Uint8Array.of(bytes.length), bytes];
	});
	talk.write(Buffer.concat([Uint8Array.of(AUTHENTICATION_VERSION), ...parts]));
	const [, status] = await talk.take(2);
	if (status !== 0) throw notLetIn(`The proxy did not let ${user} in (status ${status}).`);
}

function notLetIn(message: string): WirebenchError {
	return new WirebenchError('not-permitted', message, { hint: 'Check the user and the password for the proxy.' });
}

function refusal(reply: number, { host, port }: Target): WirebenchError {
	const { code, sentence } = REFUSALS[reply] ?? { code: 'unavailable', sentence: 'it gave no reason that is known' };
	const target = formatSocketAddress({ address: host, port });
	return new WirebenchError(code, `The proxy did not connect to ${target}: ${sentence} (SOCKS5 reply ${reply}).`, {
		address: host,
		port,
	});
}

/** ATYP and address; anything else than an address is a name, which the proxy looks up. */
function addressBytes({ host }: Target): Buffer {
	if (isIPv4(host)) return Buffer.from([IPV4, ...host.split('.').map(Number)]);
	if (isIPv6(host) && host.includes('%')) {
		const message = `A SOCKS5 proxy takes no zone with an address: ${host} cannot be asked for.`;
		const hint = 'Give the host’s name, or an address that needs no zone.';
		throw new WirebenchError('bad-input', message, { path: 'host', hint });
	}
	if (isIPv6(host)) return Buffer.concat([Uint8Array.of(IPV6), ipv6Bytes(host)]);
	const name = Buffer.from(host);
	if (name.length > MOST_NAME_BYTES) {
		throw new WirebenchError('bad-input', `A name has at most ${MOST_NAME_BYTES} bytes in SOCKS5.`, { path: 'host' });
	}
	return Buffer.concat([Uint8Array.of(NAME, name.length), name]);
}

/** Sixteen bytes in network order. */
function ipv6Bytes(host: string): Buffer {
	const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host);
	const pair = (high: string | undefined, low: string | undefined) => ((Number(high) << 8) | Number(low)).toString(16);
	const plain = dotted ? `${dotted[1]}${pair(dotted[2], dotted[3])}:${pair(dotted[4], dotted[5])}` : host;
	const [head = '', tail] = plain.split('::');
	const groups = (text: string) => (text === '' ? [] : text.split(':'));
	const left = groups(head);
	const right = groups(tail ?? '');
	const zeros = tail === undefined ? [] : new Array<string>(8 - left.length - right.length).fill('0');
	const bytes = Buffer.alloc(16);
	for (const [at, group] of [...left, ...zeros, ...right].entries())
		bytes.writeUInt16BE(Number.parseInt(group, 16), at * 2);
	return bytes;
}

function portBytes(port: number): Buffer {
	const bytes = Buffer.alloc(2);
	bytes.writeUInt16BE(port);
	return bytes;
}

/** Reads the rest of a reply: the proxy's own address of the connection, in words. */
async function boundAddress(talk: Handshake): Promise<string> {
	const [, type] = await talk.take(2);
	const address = await readAddress(talk, type);
	const port = (await talk.take(2)).readUInt16BE();
	return formatSocketAddress({ address, port });
}

async function readAddress(talk: Handshake, type: number | undefined): Promise<string> {
	if (type === IPV4) return [...(await talk.take(4))].join('.');
	if (type === NAME) return (await talk.take((await talk.take(1)).readUInt8())).toString();
	if (type !== IPV6) throw talk.fault(`its reply has an address of the kind ${type}`);
	const groups = [...new Uint16Array(8).keys()];
	const bytes = await talk.take(16);
	const address = groups.map((at) => bytes.readUInt16BE(at * 2).toString(16)).join(':');
	return new SocketAddress({ address, family: 'ipv6' }).address;
}
