import type { Framing } from '../contract/config/framing.ts';
import { framingParts as parts } from '../words/en/sentences/note-parts.ts';

/** Describes a framing, to follow "Framing:". */
export function describeFraming(framing: Framing): string {
	switch (framing.type) {
		case 'none':
			return parts.framingNone;
		case 'line':
			return parts.framingLine;
		case 'delimiter':
			return parts[framing.eitherLineEnd ? 'framingDelimiterEither' : 'framingDelimiter'](framing.delimiter);
		case 'fixed':
			return framing.length === 1 ? parts.framingFixedOne : parts.framingFixed(framing);
		case 'length':
			return lengthField(framing);
		case 'idle':
			return parts.framingIdle(framing);
	}
}

function lengthField({ size, order, offset, adjustment, includesHead }: Extract<Framing, { type: 'length' }>): string {
	let field =
		size === 1 ? parts.framingLengthOne : parts[order === 'big' ? 'framingLengthBig' : 'framingLengthLittle']({ size });
	if (offset !== 0) field = parts.framingAtOffset({ field, offset });
	if (includesHead) field = parts.framingCountsHead({ field });
	if (adjustment === 0) return field;
	return parts[adjustment > 0 ? 'framingPlus' : 'framingMinus']({ field, by: Math.abs(adjustment) });
}
