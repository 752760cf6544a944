import { sample } from '../testing/samples.fixture.ts';

const CLIENT = { transport: 'datagram', ports: [123], from: 'client' } as const;
const SERVER = { transport: 'datagram', ports: [123], from: 'server' } as const;

/** Made by hand from RFC 1305, 4330, 5905, 7822, 8915 and 9327. */
export const SAMPLES = [
	sample(
		'a client that says nothing of itself',
		'23 00 06 ec 00000000 00000000 00000000 0000000000000000 0000000000000000 0000000000000000 eeb4a5c280000000',
		CLIENT,
	),
	sample(
		'a server of stratum 2',
		`24 02 06 e9 00000a3d 00000c29 c0000201 eeb4a3e01a2b3c4d eeb4a5c280000000 eeb4a5c2a1b2c3d4 eeb4a5c2a1b40000`,
		SERVER,
	),
	sample(
		'a server with a clock of its own, version 3 with a digest',
		`1c 01 0a ee ffff8000 00000010 47505300 eeb4a3e000000000 eeb4a5c280000000 eeb4a5c2a1b2c3d4 eeb4a5c2a1b40000
		0000000a 00112233445566778899aabbccddeeff`,
		SERVER,
	),
	sample(
		'a refusal: rate exceeded',
		`e4 00 08 e7 00000000 00000000 52415445 0000000000000000 eeb4a5c280000000 eeb4a5c2a1b2c3d4 eeb4a5c2a1b40000`,
		SERVER,
	),
	sample(
		'symmetric, in the era that begins in 2036',
		`d9 03 0a fa 00010000 00008000 0a000001 0000000140000000 0000000000000000 0000000000000000 00000002c0000000`,
		CLIENT,
	),
	sample(
		'with extension fields of Network Time Security',
		`23 00 00 e9 00000000 00000000 00000000 0000000000000000 0000000000000000 0000000000000000 eeb4a5c280000000
		0104 0024 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
		0204 0010 cafebabecafebabecafebabe
		0404 0028 0010 0010 00112233445566778899aabbccddeeff 00112233445566778899aabbccddeeff`,
		CLIENT,
	),
	sample('control: read variables of a peer', '16 02 0001 0000 2a11 0000 0006 737461747573 0000', CLIENT),
	sample('control: the associations of a server', '16 81 0002 0615 0000 0000 0008 2a11 961a 2a12 8011', SERVER),
];
