import { configWithStructures, structuresOfConfig } from '../responder/index.ts';
import { connectionsOf, type Sequence, type TestConnection } from './test-schema.ts';

/** The ids of the structures that a test names. */
export function structuresOfTest(test: Sequence): string[] {
	return connectionsOf(test).flatMap(([, { client, server }]) =>
		[client, server].flatMap((config) => (config === undefined ? [] : structuresOfConfig(config))),
	);
}

/** The same test with structures as they are called now. */
export function testWithStructures(test: Sequence, nowCalled: (id: string) => string): Sequence {
	const { client, connections } = test;
	const renamed = (one: TestConnection): TestConnection => ({
		...one,
		...(one.client === undefined ? {} : { client: configWithStructures(one.client, nowCalled) }),
		...(one.server === undefined ? {} : { server: configWithStructures(one.server, nowCalled) }),
	});
	return {
		...test,
		...(client === undefined ? {} : { client: configWithStructures(client, nowCalled) }),
		...(connections === undefined
			? {}
			: { connections: Object.fromEntries(Object.entries(connections).map(([name, one]) => [name, renamed(one)])) }),
	};
}
