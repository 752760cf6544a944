import type { Reader } from './reader.ts';

/** What is known of a message beside its bytes. */
export interface Context {
	readonly transport: 'stream' | 'datagram';
	/** The ports of both ends, as far as they are known. */
	readonly ports?: readonly number[];
	/** Who has sent it, where that is known. */
	readonly from?: 'client' | 'server' | undefined;
}

/** A protocol that messages can be decoded as. */
export interface Decoder {
	/** Begins the names of its fields in filters. */
	readonly id: string;
	/** As its specification writes it. */
	readonly title: string;
	/** The ports that servers of this protocol usually have. */
	readonly ports: { readonly stream?: readonly number[]; readonly datagram?: readonly number[] };
	/** The ids of protocols whose units may be in its own. */
	readonly carries?: readonly string[];
	/** Whether a message may begin with this byte: where not, `recognise` returns 0. Left out: with any. */
	readonly mayBegin?: (first: number, transport: Context['transport']) => boolean;
	/** The names of fields that one line about a unit has beside what the unit says; `first`: its first ones. Left out: none. */
	readonly telling?: readonly string[] | 'first';
	/** How much the bytes look like this protocol: 0 not at all, 1 surely. Cheap: it looks at the first bytes. */
	recognise(bytes: Uint8Array, context: Context): number;
	/** What `recognise` returns at most for these bytes, far cheaper; a number for all. Left out: 1. */
	readonly most?: number | ((bytes: Uint8Array, context: Context) => number);
	/** Reads one unit: a packet, a request. Notes say what is wrong with it; it never throws anything of its own. */
	decode(reader: Reader, context: Context): void;
}
