import { sample } from '../testing/samples.fixture.ts';

const STREAM = { transport: 'stream', ports: [50051] } as const;

/** Bodies made by hand from gRPC over HTTP2 and gRPC-Web; the compressed message by gzip. */
export const SAMPLES = [
	sample('a message', '00 00000007 0a 05 776f726c64', STREAM),
	sample('two messages', '00 00000002 0807 00 00000002 0809', STREAM),
	sample('an empty message behind one', '00 00000003 089601 00 00000000', STREAM),
	sample('a message and trailers of gRPC-Web', '00 00000002 0801 80 00000010 677270632d7374617475733a20300d0a', STREAM),
	sample('a compressed message', '01 0000001b 1f8b0800000000000203e3622dcf2fca490100ddf7849507000000', STREAM),
];
