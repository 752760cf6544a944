import { toAscii, toHex } from '../payload/index.ts';
import { differences as english } from '../words/en/dialogs/differences.ts';
import type { Texts } from '../words/locale/texts.ts';
import { type ByteComparison, isDifference } from './bytes/bytes.ts';
import type { EndDifference } from './conversation.ts';
import type { MessageDifference } from './side.ts';

/** The phrases of a language. */
type Phrases = Texts<typeof english>;

/** Bytes that a sentence spells out. */
const SPELLED = 8;

/** Which message: as in “received message 3”, or “the sent stream” where it has no messages. */
function messageName({ side, framed, a, b }: MessageDifference, { message, stream }: Phrases): string {
	return framed ? message[side]((a ?? b)?.number ?? 0) : stream[side];
}

/** What happened to a message, without its bytes. */
export function messageWords(difference: MessageDifference, phrases: Phrases = english): string {
	const { kind, framed, a, b, lateMs = 0 } = difference;
	const name = messageName(difference, phrases);
	const length = (a ?? b)?.length ?? 0;
	switch (kind) {
		case 'changed':
			return framed && b !== undefined && a?.number !== b.number
				? phrases.changedOther(name, b.number)
				: phrases.changed(name);
		case 'missing':
			return framed ? phrases.missingMessage(name, length) : phrases.missingBytes(name, length, a?.at ?? 0);
		case 'extra':
			return framed ? phrases.extraMessage(name, length) : phrases.extraBytes(name, length, b?.at ?? 0);
		case 'late':
			return (lateMs > 0 ? phrases.later : phrases.earlier)(name, Math.round(Math.abs(lateMs)));
	}
}

/** How the ends of two connections differ. */
export function endWords({ a, b }: EndDifference, { ends, endsOf }: Phrases = english): string {
	return endsOf(ends[a], ends[b]);
}

/**
 * The first difference of two byte strings: where it is, and which bytes. `aAt` and `bAt` are the offsets of their first bytes in
 * the whole. Undefined where they are equal.
 */
export function firstByteWords(
	{ runs }: ByteComparison,
	a: Uint8Array,
	b: Uint8Array,
	aAt = 0,
	bAt = 0,
	phrases: Phrases = english,
): string | undefined {
	const first = runs.find(isDifference);
	if (first === undefined) return undefined;
	const [at, place] = [aAt + first.a, bAt + first.b];
	const where = place === at ? phrases.at(at) : phrases.atBoth(at, place);
	const [missing, extra] = [a.subarray(first.a, first.aEnd), b.subarray(first.b, first.bEnd)];
	switch (first.kind) {
		case 'missing':
			return phrases.missing(where, missing.length, spelled(missing));
		case 'extra':
			return phrases.extra(where, extra.length, spelled(extra));
		default:
			return phrases.other(where, spelled(missing), spelled(extra));
	}
}

function spelled(bytes: Uint8Array): string {
	const shown = bytes.subarray(0, SPELLED);
	const rest = bytes.length > SPELLED ? '…' : '';
	return `${toHex(shown, ' ')}${rest} “${toAscii(shown)}${rest}”`;
}
