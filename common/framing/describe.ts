import type { Framing } from '../contract/config/framing.ts';

/** Describes a framing, to follow "Framing:". */
export function describeFraming(framing: Framing): string {
	switch (framing.type) {
		case 'none':
			return 'what one read returns';
		case 'line':
			return 'a line';
		case 'delimiter':
			return `what comes before ${framing.delimiter.text} (${framing.delimiter.format}${framing.eitherLineEnd ? ', with LF or CR LF' : ''})`;
		case 'fixed':
			return `${framing.length} ${framing.length === 1 ? 'byte' : 'bytes'}`;
		case 'length':
			return `as long as ${lengthField(framing)} says`;
		case 'idle':
			return `what comes without a silence of ${framing.ms} ms`;
	}
}

function lengthField({ size, order, offset, adjustment, includesHead }: Extract<Framing, { type: 'length' }>): string {
	return [
		size === 1 ? 'a length of 1 byte' : `a ${order}-endian length of ${size} bytes`,
		offset === 0 ? '' : ` at offset ${offset}`,
		includesHead ? ', its head included,' : '',
		adjustment === 0 ? '' : ` ${adjustment > 0 ? 'plus' : 'minus'} ${Math.abs(adjustment)}`,
	].join('');
}
