import { sample } from '../testing/samples.fixture.ts';

const CLIENT = { transport: 'datagram', ports: [3478], from: 'client' } as const;
const SERVER = { transport: 'datagram', ports: [3478], from: 'server' } as const;
const HEAD = '2112a442 b7e7a701bc34d686fa87dfae';

/** The test vectors of RFC 5769, and messages made by hand from RFC 3489, 5780, 8489 and 8656. */
export const SAMPLES = [
	sample(
		'a request with short-term credentials (RFC 5769, 2.1)',
		`0001 0058 ${HEAD} 8022 0010 5354554e207465737420636c69656e74 0024 0004 6e0001ff 8029 0008 932ff9b151263b36
		0006 0009 6576746a3a68367659 202020 0008 0014 9aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2 8028 0004 e57a3bcf`,
		CLIENT,
	),
	sample(
		'a response over IPv4 (RFC 5769, 2.2)',
		`0101 003c ${HEAD} 8022 000b 7465737420766563746f72 20 0020 0008 0001 a147 e112a643
		0008 0014 2b91f599fd9e90c38c7489f92af9ba53f06be7d7 8028 0004 c07d4c96`,
		SERVER,
	),
	sample(
		'a response over IPv6 (RFC 5769, 2.3)',
		`0101 0048 ${HEAD} 8022 000b 7465737420766563746f72 20 0020 0014 0002 a147 0113a9faa5d3f179bc25f4b5bed2b9d9
		0008 0014 a382954e4be67bf11784c97c8292c275bfe3ed41 8028 0004 c8fb0b4c`,
		SERVER,
	),
	sample(
		'an error with a realm and algorithms',
		`0113 003c ${HEAD} 0009 000f 00000401 556e61757468656e746963 00 0014 0006 61622e636465 0000
		0015 000a 6f624d6174 4a6f733241 0000 8002 0008 0001 0000 0002 0000`,
		SERVER,
	),
	sample(
		'attributes that a server does not know',
		`0111 0014 ${HEAD} 0009 0004 00000414 000a 0006 7f01 0026 7fff 0000`,
		SERVER,
	),
	sample(
		'a relay is requested',
		`0003 0020 ${HEAD} 0019 0004 11000000 0018 0001 80 000000 000d 0004 00000258 0017 0004 02000000`,
		CLIENT,
	),
	sample(
		'a relay is granted',
		`0103 0020 ${HEAD} 0016 0008 0001 e112 e112a643 000d 0004 00000258 0022 0008 0001020304050607`,
		SERVER,
	),
	sample(
		'data to a peer, and a channel bound, over TCP, with data on it',
		`0016 0014 ${HEAD} 0012 0008 0001 4210 e112a643 0013 0002 6869 0000
		0009 0014 ${HEAD} 000c 0004 40000000 0012 0008 0001 4210 e112a643 4000 0003 616263 00`,
		{ transport: 'stream', ports: [3478], from: 'client' },
	),
	sample(
		'addresses of a server that finds out what a NAT does (RFC 5780)',
		`0101 0024 ${HEAD} 0001 0008 0001 1f90 c0000201 802b 0008 0001 0d96 c6336401 802c 0008 0001 0d97 c6336402`,
		SERVER,
	),
	sample(
		'a request as before the cookie (RFC 3489)',
		'0001 0008 00112233445566778899aabbccddeeff 0003 0004 00000006',
		CLIENT,
	),
];
