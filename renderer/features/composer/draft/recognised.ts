import type { CharsetName } from '../../../../common/payload/schema.ts';
import type { Draft, ReadDraft } from './drafts.ts';

const PAIR = /^[\da-f]{2}$/i;
const PREFIXED = /^0x[\da-f]{2}$/i;
/** Fewer pairs may be a word, or a number. */
const FEWEST_PAIRS = 3;

/** Whether a text is bytes in hex: `surely`, as `68 65 6c` or `0x68 0x65`; `maybe`, as `10 20 30`. */
export function hexIn(text: string): 'surely' | 'maybe' | undefined {
	const words = text.trim().split(/\s+/);
	if (words.length >= 2 && words.every((word) => PREFIXED.test(word))) return 'surely';
	if (words.length < FEWEST_PAIRS || !words.every((word) => PAIR.test(word))) return undefined;
	return words.some((word) => /[a-f]/i.test(word)) ? 'surely' : 'maybe';
}

/**
 * The draft as it is sent: in `charset`, that of its target, unless a person chose one; a text that surely is hex is
 * read as hex, unless a person chose text for it.
 */
export function recognised(draft: Draft, charset: CharsetName): ReadDraft {
	const { format, template, keepText, text } = draft;
	const isHex = format === 'text' && !template && !keepText && hexIn(text) === 'surely';
	return { ...draft, charset: draft.charset ?? charset, format: isHex ? 'hex' : format };
}
