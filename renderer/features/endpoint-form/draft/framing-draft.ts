import type { Framing, LengthFraming, StreamFraming } from '../../../../common/contract/config/framing.ts';
import type { WrittenBytes } from '../../../../common/payload/schema.ts';
import { numberOf, required, type UncheckedFields } from './numbers.ts';

/** A framing while it is edited: numbers are the characters as typed, and other kinds keep their text. */
export interface FramingDraft {
	readonly type: Framing['type'];
	readonly delimiter: WrittenBytes;
	/** Each line end in the delimiter matches LF and CR LF. */
	readonly eitherLineEnd: boolean;
	/** Bytes of a fixed-length message. */
	readonly length: string;
	readonly size: SizeText;
	readonly order: LengthFraming['order'];
	readonly offset: string;
	readonly adjustment: string;
	readonly includesHead: boolean;
	readonly ms: string;
}

export type SizeText = `${LengthFraming['size']}`;

/** Both directions of a stream. */
export interface StreamFramingDraft {
	readonly framing: FramingDraft;
	/** Whether `framingOut` applies. */
	readonly cutsOut: boolean;
	readonly framingOut: FramingDraft;
}

const BLANK: FramingDraft = {
	type: 'none',
	delimiter: { format: 'escaped', text: '\\r\\n' },
	eitherLineEnd: false,
	length: '16',
	size: '2',
	order: 'big',
	offset: '0',
	adjustment: '0',
	includesHead: false,
	ms: '50',
};

export function streamFramingDraft({ framing, framingOut }: StreamFraming): StreamFramingDraft {
	return {
		framing: framingDraft(framing),
		cutsOut: framingOut !== undefined,
		framingOut: framingDraft(framingOut ?? framing),
	};
}

function framingDraft(framing: Framing): FramingDraft {
	const blank = { ...BLANK, type: framing.type };
	switch (framing.type) {
		case 'delimiter':
			return { ...blank, delimiter: framing.delimiter, eitherLineEnd: framing.eitherLineEnd ?? false };
		case 'fixed':
			return { ...blank, length: String(framing.length) };
		case 'length': {
			const { size, order, offset, adjustment, includesHead } = framing;
			const texts = { offset: String(offset), adjustment: String(adjustment) };
			return { ...blank, ...texts, size: `${size}`, order, includesHead };
		}
		case 'idle':
			return { ...blank, ms: String(framing.ms) };
		default:
			return blank;
	}
}

/** The framing of a draft. */
export function streamFramingInput({
	framing,
	cutsOut,
	framingOut,
}: StreamFramingDraft): UncheckedFields<StreamFraming> {
	return { framing: framingInput(framing), ...(cutsOut ? { framingOut: framingInput(framingOut) } : {}) };
}

function framingInput(draft: FramingDraft): unknown {
	const { type, delimiter, eitherLineEnd, length, size, order, offset, adjustment, includesHead, ms } = draft;
	switch (type) {
		case 'delimiter':
			return { type, delimiter, ...(eitherLineEnd ? { eitherLineEnd } : {}) };
		case 'fixed':
			return { type, length: required(length) };
		case 'length': {
			const numbers = { size: Number(size), offset: numberOf(offset), adjustment: numberOf(adjustment) };
			return { type, ...numbers, order, includesHead };
		}
		case 'idle':
			return { type, ms: required(ms) };
		default:
			return { type };
	}
}
