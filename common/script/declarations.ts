import { CHARSETS } from '../payload/charsets/names.ts';

const CHARSET_TYPE = CHARSETS.map((name) => `'${name}'`).join(' | ');

/**
 * The script API as TypeScript declarations. The editor's completion is built from this text, and the command line
 * prints it for other editors. Each declaration has its comment right before it.
 */
export const SCRIPT_DECLARATIONS = `/** What a script may define. Each is called by itself, never two at once. */
interface Script {
	/** A connection has opened; over UDP, the first datagram of a peer has come. */
	onOpen(connection: Connection): unknown;
	/** A message has come: what the framing cuts, or one datagram. */
	onMessage(message: Message, connection: Connection): unknown;
	/** The peer has ended its sending side. Ours follows when this has run and its delayed calls are done. */
	onEnd(connection: Connection): unknown;
	/** Nothing more comes or goes on the connection. */
	onClose(connection: Connection): unknown;
}

/** A connection, or over UDP a peer. */
interface Connection {
	/** Its number, as in the log. */
	readonly id: number;
	/** The other end, as in 127.0.0.1:50000. */
	readonly peer: string;
	/** Our end. */
	readonly local: string;
	/** Whatever is to be remembered of this connection. */
	state: any;
	/** Sends bytes, or text as UTF-8. Over UDP each call is a datagram. */
	send(data: string | Uint8Array | ArrayBuffer | number[]): void;
	/** Ends our sending side once all is sent. Over UDP it forgets the peer. */
	end(): void;
	/** Resets the connection once all is sent. Over UDP it forgets the peer. */
	reset(): void;
	/** Calls a function after so many milliseconds, unless the connection has closed by then. Gives the way to cancel it. */
	after(ms: number, callback: () => unknown): () => void;
}

/** What a peer sent. */
interface Message {
	/** Its bytes, without head and terminator. */
	readonly bytes: Uint8Array;
	/** Its bytes as UTF-8. */
	readonly text: string;
	/** Its bytes as hex digits. */
	readonly hex: string;
	/** How many bytes it has. */
	readonly length: number;
	/** Which message of the connection it is, from 1. */
	readonly n: number;
	/** What stood before it and says how long it is. */
	readonly head: Uint8Array;
	/** The terminator that ended it. */
	readonly eol: Uint8Array;
}

/** Writes a note into the log. */
declare function log(...values: unknown[]): void;
/** All connections on which something can be sent now. */
declare function connections(): Connection[];
/** A charset of Wirebench; any other label of the Encoding Standard (WHATWG), such as gb2312 or sjis, names one too. */
type Charset = 'utf8' | ${CHARSET_TYPE};
/** Text as bytes of a charset (utf8 by default), or hex digits as bytes. Fails for a character that the charset lacks. */
declare function bytes(text: string, encoding?: Charset | 'hex' | (string & {})): Uint8Array;
/** Bytes of a charset (utf8 by default) as text, or as hex digits. Bytes that are no character become U+FFFD. */
declare function text(bytes: Uint8Array, encoding?: Charset | 'hex' | (string & {})): string;
/** Bytes as hex digits, with a separator between them if one is given. */
declare function hex(bytes: Uint8Array, separator?: string): string;
/** Puts bytes and texts one behind the other. */
declare function concat(...parts: (string | Uint8Array | ArrayBuffer | number[])[]): Uint8Array;
/**
 * Values as bytes. The format begins with > (big-endian, the default) or < (little-endian); then, each with a count
 * before it if wanted: b B h H i I q Q (1, 2, 4 and 8 bytes, signed and not), f d (floats), ? (a flag), x (a zero byte),
 * 10s (bytes or text of that length).
 */
declare function pack(format: string, ...values: (number | bigint | boolean | string | Uint8Array)[]): Uint8Array;
/** Bytes as values, in the format of pack; q and Q give a bigint, s gives bytes. More bytes than it needs are left. */
declare function unpack(format: string, bytes: Uint8Array, offset?: number): any[];
/** How many bytes a format takes. */
declare function packedSize(format: string): number;
/** CRC-32 as of Ethernet, zip and PNG. */
declare function crc32(bytes: Uint8Array): number;
/** CRC-16: modbus (the default), xmodem or ccitt (with 0xffff to begin with). */
declare function crc16(bytes: Uint8Array, kind?: 'modbus' | 'xmodem' | 'ccitt'): number;
/** The sum of all bytes, modulo 256. */
declare function sum8(bytes: Uint8Array): number;
/** The exclusive or of all bytes. */
declare function xor8(bytes: Uint8Array): number;
`;

/** The initial script: an echo. */
export const FIRST_SCRIPT = `function onMessage(message, connection) {
  connection.send(message.bytes);
}
`;
