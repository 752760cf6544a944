import { localeOf } from '../locale/locale.ts';

const { counted } = localeOf('en');

/** The framing of a stream, and a picker of one. */
export const framing = {
	label: 'Framing',
	kinds: {
		none: 'none (one message per read)',
		line: 'line',
		delimiter: 'delimiter',
		fixed: 'fixed length',
		length: 'length field',
		idle: 'pause after a message',
	},
	asEndpoint: 'as configured at the endpoint',
	delimiter: 'Delimiter',
	bytes: 'Bytes',
	milliseconds: 'Milliseconds',
	lengthField: 'Length field',
	size: (size: number) => counted(size, { one: 'byte', other: 'bytes' }),
	orders: {
		big: 'big-endian',
		little: 'little-endian',
	},
	sizeAndOrder: (size: string, order: string) => `${size}, ${order}`,
	/** What follows “Framing:”. */
	described: {
		delimiter: (text: string, format: string, eitherLineEnd: boolean) =>
			`delimiter ${text} (${format}${eitherLineEnd ? ', with LF or CR LF' : ''})`,
		fixed: (bytes: number) => `fixed length of ${counted(bytes, { one: 'byte', other: 'bytes' })}`,
		idle: (ms: number) => `pause of ${ms} ms after a message`,
		length: (size: number, order: 'big' | 'little', offset: number, includesHead: boolean, adjustment: number) =>
			[
				size === 1 ? 'length field of 1 byte' : `${order}-endian length field of ${size} bytes`,
				offset === 0 ? '' : ` at offset ${offset}`,
				includesHead ? ', which counts its head' : '',
				adjustment === 0 ? '' : `, ${adjustment > 0 ? 'plus' : 'minus'} ${Math.abs(adjustment)}`,
			].join(''),
	},
};
