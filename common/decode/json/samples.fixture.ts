import { textSample } from '../testing/samples.fixture.ts';

const STREAM = { transport: 'stream' } as const;

export const SAMPLES = [
	textSample(
		'nested',
		'{"a": [1, -2.5e3, true, null, "x\\u00e9\\n"], "b": {"c": {}}, "big": 12345678901234567890}',
		STREAM,
	),
	textSample('lines', '{"n":1}\n{"n":2}\n', STREAM),
	textSample('an array', ' [ [ ], [1] ] ', STREAM),
];
