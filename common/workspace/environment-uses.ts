import type { EnvironmentUse } from '../contract/base/errors.ts';
import { configuredAddress, destinationOf, type EndpointConfig } from '../endpoints/index.ts';
import { isObject } from '../json/is-object.ts';
import { formatSocketAddress } from '../payload/address.ts';
import { connectionsOf, type Sequence } from '../protocol-tests/test-schema.ts';
import { environmentNames } from '../template/index.ts';
import { environmentTexts } from '../words/en/sentences/workspace-texts.ts';
import { titleOf } from './named.ts';
import type { Workspace, WorkspaceEndpoint } from './schema.ts';
import { type Environment, fromEnvironment, SECRET_PLACES, secretAt, takesSecret } from './secret-places.ts';

/** The parts that can name one. */
export interface UsingParts {
	readonly endpoints: readonly WorkspaceEndpoint[];
	readonly payloads: Workspace['payloads'];
	readonly tests: readonly Sequence[];
}

/** Where the value of a saved payload goes. */
const ANYWHERE = environmentTexts.sentAnywhere;

/** Everything in a workspace that names variables of the environment, each once. */
export function environmentUses({ endpoints, payloads, tests }: UsingParts): EnvironmentUse[] {
	const all: EnvironmentUse[] = [
		...endpoints.flatMap(usesOfEndpoint),
		...payloads.flatMap((payload) =>
			usesOf(environmentNames(payload.text), environmentTexts.usedByPayload({ name: titleOf(payload) }), ANYWHERE),
		),
		...tests.flatMap((test) => usesOfTest(test, endpoints)),
	];
	return [...new Map(all.map((use) => [JSON.stringify(use), use])).values()];
}

function usesOf(variables: readonly string[], by: string, to: string): EnvironmentUse[] {
	return variables.map((variable) => ({ variable, by, to }));
}

function usesOfEndpoint(endpoint: WorkspaceEndpoint): EnvironmentUse[] {
	const by = environmentTexts.usedByEndpoint({ name: endpoint.name });
	const secrets = fromEnvironment(endpoint, {}).filter(({ place }) => takesSecret(endpoint, place));
	return [
		...secrets.flatMap(({ place, variable }) =>
			usesOf([variable], by, place === 'via.password' ? proxyOf(endpoint) : peerOf(endpoint)),
		),
		...usesOf(namedIn(endpoint), by, peerOf(endpoint)),
	];
}

function usesOfTest(test: Sequence, endpoints: readonly WorkspaceEndpoint[]): EnvironmentUse[] {
	const peers = connectionsOf(test).flatMap(([, { client, to, server, endpoint }]) => {
		const config = client ?? server ?? endpoints.find(({ id, name }) => id === endpoint || name === endpoint);
		// A client of a server of the test sends to it alone.
		return config === undefined || to !== undefined ? [] : [peerOf(config)];
	});
	return usesOf(
		namedIn([test.client, test.connections, test.steps]),
		environmentTexts.usedByTest({ name: titleOf(test) }),
		[...new Set(peers)].join(', '),
	);
}

/** The ids and names of the endpoints of the workspace that a test uses. */
export function endpointsOfTest({ connections = {}, setup }: Sequence): ReadonlySet<string> {
	return new Set([...setup, ...Object.values(connections).flatMap(({ endpoint }) => endpoint ?? [])]);
}

/** What uses variables when a test runs: its configs and steps, and the endpoints of the workspace that it names. */
export function usingParts(
	test: Sequence,
	endpoints: readonly { readonly id: string; readonly config: EndpointConfig }[],
): readonly unknown[] {
	const { client, connections = {}, steps } = test;
	const all = Object.values(connections);
	const named = endpointsOfTest(test);
	const used = endpoints.filter(({ id, config }) => named.has(id) || named.has(config.name));
	return [client, ...all.flatMap((one) => [one.client, one.server]), steps, ...used.map(({ config }) => config)];
}

/** The peer of an endpoint. */
function peerOf(config: EndpointConfig): string {
	const place = destinationOf(config);
	if (place === undefined) {
		return environmentTexts.sentToClients({ place: formatSocketAddress(configuredAddress(config)) });
	}
	return 'path' in place ? place.path : formatSocketAddress({ address: place.host, port: place.port });
}

function proxyOf(config: EndpointConfig): string {
	const via = 'via' in config ? config.via : undefined;
	if (via === undefined) return peerOf(config);
	return environmentTexts.sentToProxy({ place: formatSocketAddress({ address: via.host, port: via.port }) });
}

/** The variables that texts anywhere in a value name as templates, each once. */
export function namedIn(value: unknown): string[] {
	return [...new Set(texts(value).flatMap(environmentNames))];
}

function texts(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (Array.isArray(value)) return value.flatMap(texts);
	return isObject(value) ? Object.values(value).flatMap(texts) : [];
}

/** Which of these variables have the value of a secret of a config: it comes from them, or is the same. */
export function variablesInSecrets(config: unknown, variables: readonly string[], environment: Environment): string[] {
	const secrets = new Set(SECRET_PLACES.flatMap((place) => secretAt(config, place) ?? []));
	return variables.filter((name) => secrets.has(environment[name] ?? ''));
}
