import { sample } from '../testing/samples.fixture.ts';

const STREAM = { transport: 'stream' } as const;

/** Items made by hand from RFC 8949 (its appendix A), RFC 9164 and RFC 8943. */
export const SAMPLES = [
	sample('a map', 'a2 67 636f6d70616374 f5 66 736368656d61 00', STREAM),
	sample(
		'integers',
		'8b 00 17 1818 1903e8 1a000f4240 1b000000e8d4a51000 1bffffffffffffffff 20 3863 3903e7 3bffffffffffffffff',
		STREAM,
	),
	sample('floats', '88 f93e00 f90001 fa47c35000 fb3ff199999999999a f97c00 f97e00 f9fc00 f98000', STREAM),
	sample('simple values', '86 f4 f5 f6 f7 f0 f8ff', STREAM),
	sample('strings', '85 40 4401020304 60 6449455446 62c3bc', STREAM),
	sample(
		'strings, arrays and maps without a length',
		'9f 5f42010243030405ff 7f657374726561646d696e67ff 9f0102ff bf616101ff 80 a0 ff',
		STREAM,
	),
	sample(
		'dates',
		'85 c074323031332d30332d32315432303a30343a30305a c11a514b67b0 c1fb41d452d9ec200000 d86419464f d903ec6a323032312d30312d3031',
		STREAM,
	),
	sample(
		'numbers of any size',
		'86 c249010000000000000000 c349010000000000000000 c48221196ab3 c48201 01 c5822003 d81e820103',
		STREAM,
	),
	sample(
		'other tags',
		`88 d74401020304 d818456449455446 d83f4403f5616b d82076687474703a2f2f7777772e6578616d706c652e636f6d
		d82550f81d4fae7dec11d0a76500a0c91e6bf6 d83444c0000201 d8348218184 3c00002 d9010282 01 02`,
		STREAM,
	),
	sample(
		'IPv6, and a tag that has no name',
		'83 d8365020010db8000000000000000000000001 d836821830 4620010db80001 da000186a0 00',
		STREAM,
	),
	sample('keys of every kind', 'a6 616101 0a02 2003 f504 8101 05 fa3fc00000 06', STREAM),
	sample('self-described', 'd9d9f7 a1616101', { transport: 'datagram' }),
	sample('a sequence', '83010261 61 82 616202', STREAM),
];
