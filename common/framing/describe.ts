import type { Framing } from '../contract/config/framing.ts';

/** Describes a framing, to follow "Framing:". */
export function describeFraming(framing: Framing): string {
	switch (framing.type) {
		case 'none':
			return 'none (one message per read)';
		case 'line':
			return 'line';
		case 'delimiter':
			return `delimiter ${framing.delimiter.text} (${framing.delimiter.format}${framing.eitherLineEnd ? ', with LF or CR LF' : ''})`;
		case 'fixed':
			return `fixed length of ${framing.length} ${framing.length === 1 ? 'byte' : 'bytes'}`;
		case 'length':
			return lengthField(framing);
		case 'idle':
			return `pause of ${framing.ms} ms after a message`;
	}
}

function lengthField({ size, order, offset, adjustment, includesHead }: Extract<Framing, { type: 'length' }>): string {
	return [
		size === 1 ? 'length field of 1 byte' : `${order}-endian length field of ${size} bytes`,
		offset === 0 ? '' : ` at offset ${offset}`,
		includesHead ? ', which counts its head' : '',
		adjustment === 0 ? '' : `, ${adjustment > 0 ? 'plus' : 'minus'} ${Math.abs(adjustment)}`,
	].join('');
}
