import { type Sample, sample } from '../testing/samples.fixture.ts';

const CLIENT = { transport: 'stream', ports: [1080], from: 'client' } as const;
const SERVER = { transport: 'stream', ports: [1080], from: 'server' } as const;
const DATAGRAM = { transport: 'datagram', ports: [1080] } as const;

/** Conversations: what curl 7.88 sends, and replies by hand from RFC 1928 and 1929. */
export const CONVERSATIONS: readonly (readonly Sample[])[] = [
	[
		sample('greeting', '05020001', CLIENT),
		sample('no authentication', '0500', SERVER),
		sample('request to an IPv4 address', '050100017f0000010009', CLIENT),
		sample('reply', '050000017f0000019c40', SERVER),
	],
	[
		sample('greeting with user and password', '0503000102', CLIENT),
		sample('user and password', '0502', SERVER),
		sample('credentials', '01047573657206736563726574', CLIENT),
		sample('accepted', '0100', SERVER),
		sample('request to a host', '050100030b6578616d706c652e6f72670050', CLIENT),
		sample('refused', '05050001000000000000', SERVER),
	],
	[
		sample('a greeting like the first', '05020001', CLIENT),
		sample('no authentication again', '0500', SERVER),
		sample('request to an IPv6 address', '05010004000000000000000000000000000000010009', CLIENT),
		sample('reply with an IPv6 address', '0500000420010db80000000000000000000000010050', SERVER),
	],
];

export const SAMPLES: readonly Sample[] = [
	...CONVERSATIONS.flat(),
	sample('none acceptable', '05ff', SERVER),
	sample('wrong password', '0101', SERVER),
	sample('bind', '05020001 0a000001 0000', CLIENT),
	sample('UDP associate', '05030001 00000000 0000', CLIENT),
	sample('address type not supported', '05080001000000000000', SERVER),
	sample('a reply, sent by whom is not known', '05000001c0000201 0050', { transport: 'stream', ports: [1080] }),
	sample('greeting, credentials and request in one read', '050102 0101750170 0501 00 03 01 61 0050', CLIENT),
	sample('a GSSAPI token', '01 01 0004 60020600', CLIENT),
	sample('a datagram to an IPv4 address', '0000 00 01 c0000201 0035 68656c6c6f', DATAGRAM),
	sample('a datagram to a host', '0000 00 03 0b 6578616d706c652e6f7267 0035 7b7d', DATAGRAM),
	sample('a fragment to an IPv6 address', '0000 81 04 20010db8000000000000000000000001 0035 ff', DATAGRAM),
];
