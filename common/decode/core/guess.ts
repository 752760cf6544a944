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
 * How sure it is that the bytes are of a protocol: 0 to 1. Its usual port is a hint, never a proof: it halves the doubt about bytes
 * that look like the protocol at all. `begin`: as `beginOf` gives it.
 */
function sureness(decoder: Decoder, begin: Uint8Array, context: Context): number {
	const looks = decoder.recognise(begin, context);
	return looks <= 0 ? 0 : atPorts(decoder, looks, context);
}

function atPorts({ ports }: Decoder, looks: number, context: Context): number {
	const isUsual = ports[context.transport]?.some((port) => context.ports?.includes(port)) === true;
	return isUsual ? (1 + looks) / 2 : looks;
}

/** What `sureness` is at most. */
function mostSure(decoder: Decoder, begin: Uint8Array, context: Context): number {
	const { most = 1 } = decoder;
	return atPorts(decoder, typeof most === 'number' ? most : most(begin, context), context);
}

const beginOf = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, LOOKED_AT);

/** The protocols that the bytes may be of, the surest first. */
export function guesses(decoders: readonly Decoder[], bytes: Uint8Array, context: Context): readonly Guess[] {
	const begin = beginOf(bytes);
	const found = decoders.flatMap((decoder) => {
		const sure = sureness(decoder, begin, context);
		return sure === 0 ? [] : [{ decoder, sure, context }];
	});
	return found.toSorted((a, b) => b.sure - a.sure);
}

/**
 * What the bytes most probably are, where that is one of `some`, and sure enough to be worth showing; else undefined. The same
 * as the first of the guesses about all `decoders`, without looking at them where the bytes look like none of `some`.
 */
export function guessAmong(
	some: readonly Decoder[],
	decoders: readonly Decoder[],
	bytes: Uint8Array,
	context: Context,
): Decoder | undefined {
	const begin = beginOf(bytes);
	let best: Decoder | undefined;
	let most = 0;
	for (const decoder of some) {
		const bound = mostSure(decoder, begin, context);
		if (bound < WORTH || bound <= most) continue;
		const sure = sureness(decoder, begin, context);
		if (sure <= most) continue;
		best = decoder;
		most = sure;
	}
	if (best === undefined || most < WORTH) return undefined;
	let isBefore = true;
	for (const decoder of decoders) {
		if (decoder === best) isBefore = false;
		// Of two that are equally sure, the first in the list.
		const isLess = (sure: number) => sure < most || (sure === most && !isBefore);
		if (some.includes(decoder) || isLess(mostSure(decoder, begin, context))) continue;
		if (!isLess(sureness(decoder, begin, context))) return undefined;
	}
	return best;
}
