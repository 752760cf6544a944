import { NO_BYTES } from '../framing/framer.ts';
import type { TemplateValues } from './values.ts';

/** Groups of a match, 0 is the whole; empty where a group did not participate. */
export type Captures = readonly Uint8Array[];

/** The groups of a regular expression, the whole not counted, and the numbers of the named ones. */
export interface CaptureNames {
	readonly groups: number;
	readonly names: ReadonlyMap<string, number>;
}

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
	/** What the template needs besides the message; left out where it needs nothing. */
	readonly values?: TemplateValues;
}

/** The context of a message that is sent without having received one. */
export const NOTHING_RECEIVED: ReplyContext = {
	data: NO_BYTES,
	eol: NO_BYTES,
	head: NO_BYTES,
	n: 0,
	peer: '',
	captures: undefined,
};
