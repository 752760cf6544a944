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
const LOOKED_AT = 4096;

/**
 * The protocols that the bytes may be of, the surest first. The usual port of a protocol is a hint, never a proof: it halves the
 * doubt about bytes that look like the protocol at all.
 */
export function guesses(decoders: readonly Decoder[], bytes: Uint8Array, context: Context): readonly Guess[] {
	const begin = bytes.subarray(0, LOOKED_AT);
	const found = decoders.flatMap((decoder) => {
		const looks = decoder.recognise(begin, context);
		if (looks <= 0) return [];
		const isUsual = decoder.ports[context.transport]?.some((port) => context.ports?.includes(port)) === true;
		return [{ decoder, sure: isUsual ? (1 + looks) / 2 : looks, context }];
	});
	return found.toSorted((a, b) => b.sure - a.sure);
}
