import { sample } from '../testing/samples.fixture.ts';

const STREAM = { transport: 'stream' } as const;
const zeros = (count: number) => '00'.repeat(count);

/** Items made by hand from the MessagePack specification: every format is in one of them. */
export const SAMPLES = [
	sample('a map', '82 a7 636f6d70616374 c3 a6 736368656d61 00', STREAM),
	sample(
		'numbers',
		'9b 7f ff e0 cc80 cdffff ce80000000 cfffffffffffffffff d080 d18000 d280000000 d38000000000000000',
		STREAM,
	),
	sample('floats, nil and booleans', '96 ca3fc00000 cb3ff199999999999a cb7ff0000000000000 c0 c2 c3', STREAM),
	sample('texts', `94 a0 a3e282ac d903616263 da0003616263`, STREAM),
	sample('a long text', '91 db0000000568656c6c6f', STREAM),
	sample('bytes', '93 c403010203 c50001ff c600000002aabb', STREAM),
	sample(
		'extensions',
		`98 d40501 d5050102 d60501020304 d70501020304 05060708 d805 ${zeros(16)} c70305010203 c800010a01 c9000000010a01`,
		STREAM,
	),
	sample(
		'timestamps',
		'94 d6ff 5f000000 d7ff 77359400 5f000000 c70cff 000f4240 ffffffffffffffff c70cff 3b8b87c0 000000005f000000',
		STREAM,
	),
	sample('arrays and maps with counts', 'dc0002 dd0000000101 de0001 a161 df00000001 a16202', STREAM),
	sample('keys of every kind', '85 a16101 05 02 c3 03 c4010a 04 9101 05', STREAM),
	sample('a call and its response of MessagePack-RPC', '94 00 01 a3616464 920102 94 01 01 c0 03', STREAM),
	sample('nested', '81 a16c 93 82 a161 01 a162 90 80 91 91 91 c0', { transport: 'datagram' }),
];
