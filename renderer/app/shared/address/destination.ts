import { words } from '../../../words/index.ts';

export interface Destination {
	readonly host: string;
	readonly port: number;
}

export type DestinationResult =
	| { readonly ok: true; readonly destination: Destination }
	| { readonly ok: false; readonly message: string };

const WITH_BRACKETS = /^\[([^\]]*)\](?::(.*))?$/;
const no = (message: string): DestinationResult => ({ ok: false, message });

function portOf(text: string | undefined): number | undefined {
	if (text === undefined || !/^\d{1,5}$/.test(text)) return undefined;
	const port = Number(text);
	return port >= 1 && port <= 65535 ? port : undefined;
}

/** Maximum characters of a host in a config. */
const MOST_HOST = 255;
/** The port behind a blank, as programs such as netcat take it. */
const APART = /^([^\s[\]]+)\s+(\d+)$/;

/** Reads `host:port` or `host port`, IPv6 in brackets (RFC 3986 section 3.2.2) where a colon follows. The host may be a name. */
export function parseDestination(written: string): DestinationResult {
	const faults = words().targets;
	const text = written.trim().replace(APART, (_, host: string, port: string) => destinationText({ host, port }));
	const bracketed = WITH_BRACKETS.exec(text);
	const colon = text.lastIndexOf(':');
	if (bracketed === null && text.indexOf(':') !== colon) {
		return no(faults.brackets);
	}
	const host = bracketed ? (bracketed[1] ?? '') : colon < 0 ? text : text.slice(0, colon);
	const portText = bracketed ? bracketed[2] : colon < 0 ? undefined : text.slice(colon + 1);
	if (host === '' || /\s/.test(host)) return no(faults.hostAndPort);
	if (host.length > MOST_HOST) return no(faults.longHost(MOST_HOST));
	if (portText === undefined || portText === '') return no(faults.noPort);
	const port = portOf(portText);
	return port === undefined ? no(faults.badPort) : { ok: true, destination: { host, port } };
}

/** `host:port`, IPv6 in brackets. */
export function destinationText({ host, port }: { readonly host: string; readonly port: number | string }): string {
	return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
