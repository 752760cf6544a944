import { sample } from '../testing/samples.fixture.ts';

const CLIENT = { transport: 'datagram', ports: [5683], from: 'client' } as const;
const SERVER = { transport: 'datagram', ports: [5683], from: 'server' } as const;
const STREAM = { transport: 'stream', ports: [5683], from: 'client' } as const;

/** Made by hand from RFC 7252 (the first two are those of its figure 16), 7641, 7959, 7967, 8323, 8768 and 9175. */
export const SAMPLES = [
	sample('a request', '40 01 7d34 bb 74656d7065726174757265', CLIENT),
	sample('its response', '60 45 7d34 ff 32322e332043', SERVER),
	sample(
		'a request with a token, a host, a port, a query and a wanted format',
		`44 01 0001 01020304 3b 6578616d706c652e6f7267 42 1636 41 61 01 62 43 783d31 03 793d32 21 3c`,
		CLIENT,
	),
	sample('an observation begins', '52 01 1001 abcd 60 54 74656d70', CLIENT),
	sample('a notification', '52 45 1002 abcd 42 0001 22 0102 60 22 0bb8 ff 32312e35', SERVER),
	sample(
		'the second block of a file, with its size',
		`61 45 2001 aa c1 2a b1 1a 52 0800 ff 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232
		425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f`,
		SERVER,
	),
	sample(
		'a block that is sent, of links',
		`48 03 3001 0011223344556677 b3 626967 11 28 d1 02 0e d2 14 0800 d1 db aa ff
		3c2f612f623e3b72743d2274656d706572617475726522`,
		CLIENT,
	),
	sample('JSON, if nothing is there yet', '41 02 4001 07 50 61 71 11 32 d1 e9 02 ff 7b2261223a5b312c325d7d', CLIENT),
	sample('CBOR', '61 45 4002 07 c1 3c ff a1616101', SERVER),
	sample('created, with its place', '61 41 5001 09 81 62 01 31 c3 763d32', SERVER),
	sample('refused, with an echo and a text for people', '61 81 6001 09 d4 ef 01020304 ff 6e6f', SERVER),
	sample('a ping', '40 00 7001', CLIENT),
	sample('a reset', '70 00 7001', SERVER),
	sample(
		'through a proxy',
		`40 01 8001 d1 03 08 dd 06 18 636f61703a2f2f5b323030313a6462383a3a315d2f612f766572792f6c6f6e672f70617468`,
		CLIENT,
	),
	sample(
		'capabilities, a request, a ping with custody and a release, over TCP',
		`40 e1 22 2000 20 71 01 aa b6 73656e736f72 11 e2 01 20 d0 07 e4 2d 03 636f61702b7463703a2f2f5b3a3a315d 21 05`,
		STREAM,
	),
	sample(
		'a long message, and its answer, over TCP',
		`d2 0e 03 0102 b1 61 ff 000102030405060708090a0b0c0d0e0f1011121314151617 02 44 0102`,
		STREAM,
	),
];
