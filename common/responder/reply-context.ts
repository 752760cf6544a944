import type { Captures } from './regex.ts';

/** What a template can speak of. For a reply on open there is no message: `data`, `head` and `eol` are empty and `n` is 0. */
export interface ReplyContext {
	/** The message, without its terminator. */
	readonly data: Uint8Array;
	readonly eol: Uint8Array;
	/** What stood before the message and said how long it is. */
	readonly head: Uint8Array;
	/** Which message of the connection this is, from 1. */
	readonly n: number;
	/** The other end, `address:port`. */
	readonly peer: string;
	/** The other end as the config names it, an IPv6 address in brackets: what an HTTP request has as its host. */
	readonly host?: string;
	/** The file that follows: its bytes (`?` where nobody has looked), and its media type by the end of its name. */
	readonly file?: { readonly size: number | '?'; readonly type: string };
	/** What the rule's regular expression captured. */
	readonly captures: Captures | undefined;
}
