import { sample } from '../testing/samples.fixture.ts';

const STREAM = { transport: 'stream' } as const;

/** Messages made by hand from protobuf.dev, Encoding. */
export const SAMPLES = [
	sample('an integer', '08 9601', STREAM),
	sample('a text', '08 03 12 07 74657374696e67', STREAM),
	sample('a message in it', '08 01 1a 03 089601', STREAM),
	sample('a packed field', '22 05 68656c6c6f 32 06 038e029ea705', STREAM),
	sample('fixed sizes', '09 000000000000f83f 11 ffffffffffffffff 1d 0000c03f 25 d2040000 2a 03 616263', STREAM),
	sample(
		'a negative number, a bool, bytes and an empty text',
		'08 feffffffffffffffff01 10 01 1a 04 ff00fe80 22 00',
		STREAM,
	),
	sample('a group', '08 05 13 0a 02 6869 10 07 14 1a 02 6f6b', STREAM),
	sample(
		'a message whose text has line breaks',
		'0a 22 0a20 6162636465666768696a6b6c6d6e6f707172737475767778797a303132333435 10 02',
		{ transport: 'datagram' },
	),
	sample('two behind their lengths', '09 08 01 12 05 416c696365 07 08 02 12 03 426f62', STREAM),
];
