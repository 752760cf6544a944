import type { Direction, EventKind } from '../capture/event.ts';
import type { Sentence } from '../contract/base/sentence.ts';

/** The calls that are derived, by their C names; `wrap` is the TLS handshake. */
export const CALL_NAMES = [
	'getaddrinfo',
	'socket',
	'nonblocking',
	'setsockopt',
	'getsockopt',
	'bind',
	'getsockname',
	'listen',
	'accept',
	'connect',
	'wrap',
	'select',
	'send',
	'sendall',
	'sendto',
	'recv',
	'recvfrom',
	'shutdown',
	'close',
] as const;
export type CallName = (typeof CALL_NAMES)[number];

export const FAMILIES = ['inet', 'inet6', 'unix'] as const;
export type Family = (typeof FAMILIES)[number];

/** An address of a socket. A path starts with `@` for an abstract name; empty for a socket without a name. */
export type Place = { readonly host: string; readonly port: number } | { readonly path: string };

/** An option of a socket by its names in C, and its value. */
export interface OptionValue {
	readonly level: string;
	readonly name: string;
	/** A number, or a text such as `239.1.1.1` for a membership. */
	readonly value: number | string;
}

/** One call of a program, in a form that depends on no language. Which fields it has depends on its name. */
export interface SocketCall {
	readonly name: CallName;
	/** The variable of the socket that it is made on; empty for `socket`, `select` and `getaddrinfo`. */
	readonly on: string;
	/** The variable that keeps the result, of `socket` and `accept`. */
	readonly as?: string | undefined;
	readonly family?: Family | undefined;
	/** Of `socket`. */
	readonly datagram?: boolean | undefined;
	/** The address: an argument, or the result of `accept`, `recvfrom` and `getsockname`. */
	readonly place?: Place | undefined;
	/** Of `getaddrinfo`: what the name stands for. */
	readonly found?: readonly string[] | undefined;
	readonly option?: OptionValue | undefined;
	/** Of `listen`: length of the accept queue. */
	readonly backlog?: number | undefined;
	/** Of `select`: what the socket is ready for. */
	readonly ready?: 'read' | 'write' | undefined;
	/** Bytes that a receiving call has room for, or that a sending one passes; left out for a part of a larger message, whose rest no event shows. */
	readonly size?: number | undefined;
	/** The first of the bytes that it sends or returns. */
	readonly bytes?: Uint8Array | undefined;
	/** Bytes that the kernel took or returned. */
	readonly done?: number | undefined;
	/** Of `send`: the kernel had no room before. */
	readonly waited?: true | undefined;
	/** The connection is encrypted: in C, the library's call. `accept` or `connect` for the handshake. */
	readonly tls?: 'accept' | 'connect' | undefined;
	/** Of the handshake: the version, as in `TLSv1.3`. */
	readonly version?: string | undefined;
	/** The system's code where it failed, and its number where it is known. */
	readonly errno?: string | undefined;
	readonly errnoNumber?: number | undefined;
	/** No event shows it: it follows from how such a program works. */
	readonly inferred?: true | undefined;
}

/** What the derivation needs of an event, as the rows of the log have it. */
export interface CallEvent {
	/** Position in the capture, from 0. */
	readonly n: number;
	/** The wall clock, nanoseconds since 1970. */
	readonly time: bigint;
	/** 0 for an event of the endpoint itself. */
	readonly connection: number;
	readonly kind: EventKind;
	readonly direction: Direction;
	/** Payload bytes, and the first of them. */
	readonly length: number;
	readonly preview: Uint8Array;
	readonly text: string;
	readonly says?: Sentence | undefined;
}

/** Whether calls wait, or return EAGAIN and are repeated once `select` reports the socket. */
export const BLOCKING_MODES = ['blocking', 'non-blocking'] as const;
export type BlockingMode = (typeof BLOCKING_MODES)[number];
