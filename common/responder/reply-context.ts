import type { Captures } from './regex.ts';

/** The values available to a template. For a reply on open there is no message: `data`, `head` and `eol` are empty and `n` is 0. */
export interface ReplyContext {
	/** The message, without its terminator. */
	readonly data: Uint8Array;
	readonly eol: Uint8Array;
	/** The length head before the message. */
	readonly head: Uint8Array;
	/** The number of the message on its connection, from 1. */
	readonly n: number;
	/** The other end, `address:port`. */
	readonly peer: string;
	/** The other end as the config names it, an IPv6 address in brackets: the host of an HTTP request. */
	readonly host?: string;
	/** The file that follows: its size in bytes (`?` where it is unknown), and its media type by its extension. */
	readonly file?: { readonly size: number | '?'; readonly type: string };
	/** The captures of the rule's regular expression. */
	readonly captures: Captures | undefined;
}
