/** What a field says: integers of more than 53 bits are bigints. */
export type FieldValue = number | bigint | string | boolean | Uint8Array;

/** What is wrong with a field, or with the message at its place. */
export type Note =
	/** The input ends `missing` bytes before the field does. */
	| { readonly code: 'short'; readonly missing: number }
	/** The value is not what the protocol has there; `expected` in the notation of the protocol. */
	| { readonly code: 'unexpected'; readonly expected: string }
	/** A checksum is not that of the bytes. */
	| { readonly code: 'checksum'; readonly expected: string }
	/** Bytes behind all that the protocol has. */
	| { readonly code: 'rest' }
	/** The bytes cannot be read as what they should be: compressed data, say. */
	| { readonly code: 'unreadable' }
	/** The message has more fields, or deeper ones, than are decoded. */
	| { readonly code: 'limit' };

/** A decoded part of a message. */
export interface Field {
	/** Lower camel case; with the names around it, it is the name in filters: `dns.question.name`. */
	readonly name: string;
	readonly value?: FieldValue;
	/** What the value means: the name of a code, a date. */
	readonly meaning?: string;
	/** Offset of the first byte in the message. */
	readonly start: number;
	/** Offset behind the last byte. */
	readonly end: number;
	readonly children?: readonly Field[];
	readonly note?: Note;
	/** Of a field that is a unit of a protocol: its id, with which the names of the fields in it begin. */
	readonly protocol?: string;
}
