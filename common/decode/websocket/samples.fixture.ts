import { type Sample, sample } from '../testing/samples.fixture.ts';

const CLIENT = { transport: 'stream', ports: [80], from: 'client' } as const;
const SERVER = { transport: 'stream', ports: [80], from: 'server' } as const;

/** A conversation of `ws` 8 with an echo, each frame in a read of its own. */
export const CONVERSATION: readonly Sample[] = [
	sample('ping', '89026869', SERVER),
	sample('pong, masked', '8a 82 01020304 696b', CLIENT),
	sample('text, masked', '8185ba75a711d210cb7dd5', CLIENT),
	sample('text', '810568656c6c6f', SERVER),
	sample('binary, masked', '82848e13a7bf8e12a540', CLIENT),
	sample('binary', '8204000102ff', SERVER),
	sample('JSON, masked', '818794cb1660efe97742aefa6b', CLIENT),
	sample('JSON', '81077b2261223a317d', SERVER),
	sample('a first fragment and the last one', '0183938b7ed1dbee12 808546e1d2c42a8ef207ef', CLIENT),
	sample('text beyond ASCII', '810848656c6c6f20c3a9', SERVER),
	sample('a length of two bytes', `817e00c8${'78'.repeat(200)}`, SERVER),
	sample('close, masked', '888c52d72299513e45f63bb945b933a043e0', CLIENT),
	sample('close', '880c03e9676f696e672061776179', SERVER),
];

export const SAMPLES: readonly Sample[] = [
	...CONVERSATION,
	sample('a hello that is compressed (RFC 7692, 7.2.3.1)', 'c107f248cdc9c90700', SERVER),
	sample('close without a code, by hand', '8800', SERVER),
	sample('empty text, masked, by hand', '8180 01020304', CLIENT),
];
