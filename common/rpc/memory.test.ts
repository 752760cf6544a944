import { memoryTransportPair } from './memory.ts';
import { describeTransport } from './transport-suite.fixture.ts';

describeTransport(
	'a pair in memory',
	() => {
		const [client, server] = memoryTransportPair();
		return { client, server };
	},
	{ largest: false },
);
