import type { CodePlace, CodeProgram } from '../description/program.ts';
import { comment } from '../text/lines.ts';
import type { NodeFile } from './file.ts';
import { stringOf } from './literals.ts';

/** The constants of a place; returns its properties for listen and connect. */
export function placeProperties(place: CodePlace, file: NodeFile): string[] {
	if ('path' in place) {
		// An abstract name of Linux begins with a zero byte.
		const path = place.path.startsWith('@') ? `\0${place.path.slice(1)}` : place.path;
		return [`path: ${file.constant('PATH', [stringOf(path)])}`];
	}
	return [
		`host: ${file.constant('HOST', [stringOf(place.host)])}`,
		`port: ${file.constant('PORT', [String(place.port)])}`,
	];
}

/** Whether Node can send RST: on a TCP socket, and none under TLS. */
export const canReset = ({ place, tls }: CodeProgram): boolean => place.transport === 'tcp' && tls === undefined;

/** The properties of Node for options of setsockopt. The address is reused in any case. */
const STREAM: Readonly<Record<string, (value: number) => string>> = {
	TCP_NODELAY: () => 'noDelay: true',
	SO_KEEPALIVE: () => 'keepAlive: true',
	TCP_KEEPIDLE: (seconds) => `keepAliveInitialDelay: ${seconds * 1000}`,
};
const LISTEN: Readonly<Record<string, (value: number) => string>> = {
	SO_REUSEPORT: () => 'reusePort: true',
	IPV6_V6ONLY: () => 'ipv6Only: true',
};
const DATAGRAM: Readonly<Record<string, (value: number) => string>> = {
	SO_REUSEADDR: () => 'reuseAddr: true',
	SO_REUSEPORT: () => 'reusePort: true',
	IPV6_V6ONLY: () => 'ipv6Only: true',
	SO_RCVBUF: (bytes) => `recvBufferSize: ${bytes}`,
	SO_SNDBUF: (bytes) => `sendBufferSize: ${bytes}`,
};
const BOUND: Readonly<Record<string, (value: number) => string>> = {
	IP_TTL: (hops) => `setTTL(${hops})`,
	IPV6_UNICAST_HOPS: (hops) => `setTTL(${hops})`,
	SO_BROADCAST: () => 'setBroadcast(true)',
	IP_MULTICAST_TTL: (hops) => `setMulticastTTL(${hops})`,
	IPV6_MULTICAST_HOPS: (hops) => `setMulticastTTL(${hops})`,
	IP_MULTICAST_LOOP: (on) => `setMulticastLoopback(${on === 1})`,
	IPV6_MULTICAST_LOOP: (on) => `setMulticastLoopback(${on === 1})`,
};
const TABLES = { stream: STREAM, listen: LISTEN, datagram: DATAGRAM, bound: BOUND };

/** The options of a table, and the reasons for them as comments. */
export function optionsOf(table: keyof typeof TABLES, file: NodeFile): { properties: string[]; notes: string[] } {
	const found = file.program.options.flatMap(({ name, value, why }) => {
		const make = TABLES[table][name];
		return make === undefined ? [] : [{ property: make(value), note: comment('//', file.words.options[why]) }];
	});
	return { properties: found.map(({ property }) => property), notes: [...new Set(found.flatMap(({ note }) => note))] };
}

/** Names the options that Node sets in no way, and those that a stream always has. */
export function nameOthers(file: NodeFile, tables: readonly (keyof typeof TABLES)[]): void {
	for (const { name } of file.program.options) {
		const isKnown = tables.some((table) => TABLES[table][name] !== undefined);
		if (!isKnown && !(name === 'SO_REUSEADDR' && tables.includes('listen'))) file.omissions.add('option', name);
	}
}
