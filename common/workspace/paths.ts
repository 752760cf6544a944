import { type ChangePath, mapPaths, type Texts, withPaths } from '../endpoints/index.ts';
import type { SavedPayload } from '../payload/saved.ts';
import type { Sequence, TestConnection } from '../protocol-tests/test-schema.ts';
import type { Workspace } from './schema.ts';

/** A payload names no file today. One that does has to be declared here: a missing text does not compile. */
const PAYLOAD: Texts<SavedPayload> = { name: 'public', folder: 'public', text: 'public' };

/** A workspace with all of its paths changed: those of endpoints, and of the clients and servers of tests. */
export function mapWorkspacePaths(workspace: Workspace, change: ChangePath): Workspace {
	return {
		...workspace,
		endpoints: workspace.endpoints.map((endpoint) => mapPaths(endpoint, change)),
		payloads: workspace.payloads.map((payload) => withPaths(payload, PAYLOAD, change)),
		tests: workspace.tests.map((test) => mapTestPaths(test, change)),
	};
}

/** Steps name no files. */
function mapTestPaths(test: Sequence, change: ChangePath): Sequence {
	const { client, connections } = test;
	return {
		...test,
		...(client === undefined ? {} : { client: mapPaths(client, change) }),
		...(connections === undefined ? {} : { connections: mapConnections(connections, change) }),
	};
}

function mapConnections(
	connections: Readonly<Record<string, TestConnection>>,
	change: ChangePath,
): Record<string, TestConnection> {
	const mapped = Object.entries(connections).map(([name, one]): [string, TestConnection] => [
		name,
		{
			...one,
			...(one.client === undefined ? {} : { client: mapPaths(one.client, change) }),
			...(one.server === undefined ? {} : { server: mapPaths(one.server, change) }),
		},
	]);
	return Object.fromEntries(mapped);
}
