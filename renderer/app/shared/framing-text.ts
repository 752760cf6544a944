import type { Framing } from '../../../common/contract/config/framing.ts';
import type { Words } from '../../../common/words/en.ts';

/** A framing in words, to follow “Framing:”. */
export function framingText(framing: Framing, { kinds, described }: Words['framing']): string {
	switch (framing.type) {
		case 'none':
		case 'line':
			return kinds[framing.type];
		case 'delimiter': {
			const { text, format } = framing.delimiter;
			return described.delimiter(text, format, framing.eitherLineEnd === true);
		}
		case 'fixed':
			return described.fixed(framing.length);
		case 'length': {
			const { size, order, offset, includesHead, adjustment } = framing;
			return described.length(size, order, offset, includesHead, adjustment);
		}
		case 'idle':
			return described.idle(framing.ms);
	}
}
