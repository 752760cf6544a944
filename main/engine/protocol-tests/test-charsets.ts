import type { EndpointConfig } from '../../../common/endpoints/index.ts';
import { charsetOf } from '../../../common/payload/index.ts';
import { connectionsOf, type Sequence } from '../../../common/protocol-tests/test-schema.ts';
import type { CharsetOn } from './compile.ts';

/** An endpoint of the workspace. */
interface NamedEndpoint {
	readonly id: string;
	readonly config: EndpointConfig;
}

/** The charsets of a test's connections: of its own endpoints, and of those of the workspace that it names. */
export function testCharsets(
	test: Pick<Sequence, 'client' | 'connections'>,
	endpoints: readonly NamedEndpoint[],
): CharsetOn {
	const connections = connectionsOf(test);
	return (wanted) => {
		const [, found] = connections.find(([name]) => wanted === undefined || name === wanted) ?? [];
		const { client, server, endpoint } = found ?? {};
		const named = endpoints.find(({ id, config }) => id === endpoint || config.name === endpoint)?.config;
		return charsetOf(client ?? server ?? named ?? {});
	};
}
