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
};
