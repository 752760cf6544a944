import type { Context, Decoder } from './decoder.ts';

/** A protocol that a message may be of, and how sure that is: above 0, at most 1. */
export interface Guess {
	readonly decoder: Decoder;
	readonly sure: number;
	/** In which it looks like that. */
	readonly context: Context;
}

/** Below this a guess is not worth showing unasked. */
export const WORTH = 0.5;

/** Bytes that no decoder needs more of to recognise its protocol. */
export const LOOKED_AT = 4096;

/**
 * How sure it is that the bytes are of a protocol: 0 to 1. Its usual port is a hint, never a proof: it halves the doubt about bytes
 * that look like the protocol at all. `begin`: as `beginOf` gives it.
 */
function sureness(decoder: Decoder, begin: Uint8Array, context: Context): number {
	if (!mayBegin(decoder, begin[0], context)) return 0;
	return surenessOf(decoder.recognise(begin, context), isAtPorts(decoder, context));
}

export const mayBegin = (decoder: Decoder, first: number | undefined, { transport }: Context): boolean =>
	first === undefined || decoder.mayBegin?.(first, transport) !== false;

export const isAtPorts = ({ ports: usual }: Decoder, { transport, ports }: Context): boolean =>
	usual[transport]?.some((port) => ports?.includes(port)) === true;

export function surenessOf(looks: number, atPorts: boolean): number {
	if (looks <= 0) return 0;
	return atPorts ? (1 + looks) / 2 : looks;
}

/** What recognising looks at. */
export const beginOf = (bytes: Uint8Array): Uint8Array =>
	bytes.length > LOOKED_AT ? bytes.subarray(0, LOOKED_AT) : bytes;

/** The protocols that the bytes may be of, the surest first. */
export function guesses(decoders: readonly Decoder[], bytes: Uint8Array, context: Context): readonly Guess[] {
	const begin = beginOf(bytes);
	const found = decoders.flatMap((decoder) => {
		const sure = sureness(decoder, begin, context);
		return sure === 0 ? [] : [{ decoder, sure, context }];
	});
	return found.toSorted((a, b) => b.sure - a.sure);
}
