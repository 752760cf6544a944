import type { SocketOption } from '../contract/config/socket-options.ts';
import type { CommandLine } from './shared/command-line.ts';
import type { KindNames } from './shared/define.ts';
import type { EndpointKind } from './shared/kinds.ts';
import type { Traits } from './shared/traits.ts';
import { ENDPOINTS } from './table.ts';

/** The traits of a kind of endpoint. */
export function traitsOf(kind: EndpointKind): Traits {
	return ENDPOINTS[kind].traits;
}

/** The names of a kind, for people. */
export function namesOf(kind: EndpointKind): KindNames {
	return ENDPOINTS[kind].names;
}

/** How the command line makes an endpoint of a kind. */
export function commandLineOf(kind: EndpointKind): CommandLine {
	return ENDPOINTS[kind].commandLine;
}

/** Whether sockets of a kind have an option, or any at all. */
export function hasOption(kind: EndpointKind, option?: SocketOption): boolean {
	const { options } = traitsOf(kind);
	return option === undefined ? options.length > 0 : options.includes(option);
}

/** Whether the config of a kind can have a field, such as `ledger` or `framing`. */
export function hasField(kind: EndpointKind, field: string): boolean {
	return field in ENDPOINTS[kind].schema.shape;
}
