import { sample } from '../testing/samples.fixture.ts';

const CLIENT = { transport: 'datagram', ports: [53], from: 'client' } as const;
const SERVER = { transport: 'datagram', ports: [53], from: 'server' } as const;

/** Messages made by hand from RFC 1035, 2782, 3596, 6891 and 8659. */
export const SAMPLES = [
	sample('a question', '1a2b 0100 0001 0000 0000 0000 07 6578616d706c65 03 636f6d 00 0001 0001', CLIENT),
	sample(
		'an answer with an address and a mail exchange',
		`1a2b 8180 0001 0002 0000 0000 07 6578616d706c65 03 636f6d 00 0001 0001
		c00c 0001 0001 0000003c 0004 5db8d822 c00c 000f 0001 0000003c 0009 000a 04 6d61696c c00c`,
		SERVER,
	),
	sample(
		'IPv6, text, service, start of authority, certification authority, EDNS',
		`0001 8580 0001 0004 0001 0001 01 61 02 6d65 00 00ff 0001
		c00c 001c 0001 00000e10 0010 20010db8000000000000000000000001
		c00c 0010 0001 00000e10 000b 05 68656c6c6f 04 62796521
		04 5f736970 04 5f746370 c00c 0021 0001 00000e10 0008 0001 0002 13c4 c00c
		c00c 0101 0001 00000e10 0009 00 05 6973737565 3b3b
		c00e 0006 0001 00000e10 001a 01 6e c00e c00c 00000001 00000002 00000003 00000004 00000005
		00 0029 1000 00 00 8000 0008 000a 0004 01020304`,
		SERVER,
	),
	sample(
		'over TCP, two in one read',
		'0013 0007 0100 0001 0000 0000 0000 01 78 00 0001 0001 0013 0008 0100 0001 0000 0000 0000 01 79 00 001c 0001',
		{ transport: 'stream', ports: [53], from: 'client' },
	),
];
