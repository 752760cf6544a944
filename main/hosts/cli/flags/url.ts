import { WirebenchError } from '../../../../common/contract/base/errors.ts';

/** Where to listen or to send: `tcp://HOST:PORT`, `udp://HOST:PORT`, an IPv6 address in brackets, `unix:PATH`, or for datagrams `unixgram:PATH`. */
export type SocketUrl = NetworkUrl | UnixUrl | UnixDatagramUrl;

export interface NetworkUrl {
	readonly protocol: 'tcp' | 'udp';
	/** Address or name, without brackets. */
	readonly host: string;
	/** 0 to 65535. */
	readonly port: number;
}

export interface UnixUrl {
	readonly protocol: 'unix';
	/** With `@` in front an abstract name. */
	readonly path: string;
}

/** Of datagrams. */
export interface UnixDatagramUrl {
	readonly protocol: 'unixgram';
	readonly path: string;
}

const SHAPE = /^(?<protocol>[a-z]+):\/\/(?:\[(?<bracketed>[^\]]+)\]|(?<plain>[^:/[\]]+)):(?<port>[^/\s]+)\/?$/i;
const UNIX = /^(?<protocol>unix|unixgram):(?:\/\/)?(?<path>.+)$/is;

/** What a command takes as its address, for its help. */
export const URL_HELP =
	'tcp://HOST:PORT, udp://HOST:PORT (IPv6 as [::1]), unix:PATH (unix:@NAME for an abstract one), or unixgram:PATH for datagrams';

function bad(text: string, why: string): WirebenchError {
	return new WirebenchError('bad-input', `"${text}" is not an address to use: ${why}`);
}

/**
 * Throws a WirebenchError `bad-input` with a sentence that says what is wrong.
 * @param lowestPort 0 where the system may choose a port, else 1
 */
export function parseSocketUrl(text: string, lowestPort: 0 | 1): SocketUrl {
	const unix = UNIX.exec(text)?.groups;
	if (unix?.path !== undefined) {
		return { protocol: unix.protocol?.toLowerCase() === 'unixgram' ? 'unixgram' : 'unix', path: unix.path };
	}
	const groups = SHAPE.exec(text)?.groups;
	if (groups === undefined) {
		throw bad(text, 'write tcp://HOST:PORT or udp://HOST:PORT, an IPv6 address in brackets, or unix:PATH.');
	}
	const protocol = groups.protocol?.toLowerCase();
	if (protocol !== 'tcp' && protocol !== 'udp') throw bad(text, 'it has to begin with tcp://, udp:// or unix:.');
	const port = Number(groups.port);
	if (!/^\d+$/.test(groups.port ?? '') || port < lowestPort || port > 65535) {
		throw bad(text, `a port is a whole number from ${lowestPort} to 65535, not "${groups.port}".`);
	}
	return { protocol, host: groups.bracketed ?? groups.plain ?? '', port };
}
