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

/** Reads `host:port`, IPv6 in brackets (RFC 3986 section 3.2.2). The host may be a name. */
export function parseDestination(written: string): DestinationResult {
	const text = written.trim();
	const bracketed = WITH_BRACKETS.exec(text);
	const colon = text.lastIndexOf(':');
	if (bracketed === null && text.indexOf(':') !== colon) {
		return no('Put an IPv6 address in brackets, as in [::1]:9000.');
	}
	const host = bracketed ? (bracketed[1] ?? '') : colon < 0 ? text : text.slice(0, colon);
	const portText = bracketed ? bracketed[2] : colon < 0 ? undefined : text.slice(colon + 1);
	if (host === '' || /\s/.test(host)) return no('Give a host and a port, as in 127.0.0.1:9000.');
	if (portText === undefined || portText === '') return no('A port is missing, as in 127.0.0.1:9000.');
	const port = portOf(portText);
	return port === undefined
		? no('A port to send to is a whole number from 1 to 65535.')
		: { ok: true, destination: { host, port } };
}

/** `host:port`, IPv6 in brackets. */
export function destinationText({ host, port }: Destination): string {
	return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
