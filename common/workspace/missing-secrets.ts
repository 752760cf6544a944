import type { MadeIdentity, OwnIdentity } from '../contract/config/tls.ts';
import type { EndpointConfig } from '../endpoints/index.ts';
import { connectionsOf, type Sequence } from '../protocol-tests/test-schema.ts';
import { secretNames } from '../words/en/dialogs/secret-names.ts';
import type { WorkspaceEndpoint } from './schema.ts';
import { fromEnvironment, type SecretPlace, secretAt, takesSecret } from './secret-places.ts';

const KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
const ENCRYPTED_KEY = /-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED/;

/** A secret that a config needs and does not have, because no file of this machine has it. */
export interface MissingSecret {
	/** Its place in the config. */
	readonly path: SecretPlace;
	/** What it is, for people: `the password of its upstream proxy`. */
	readonly what: string;
	/** The environment variable that the file names for it, and that is not set. */
	readonly env?: string;
}

/**
 * The secrets that an endpoint of a workspace file lacks: those that it takes from an environment variable, and others as
 * far as its config shows that there is one.
 */
export function missingSecrets(endpoint: EndpointConfig & Pick<WorkspaceEndpoint, 'env'>): MissingSecret[] {
	const named = fromEnvironment(endpoint, {}).filter(
		({ place }) => secretAt(endpoint, place) === undefined && takesSecret(endpoint, place),
	);
	const variables = new Map(named.map(({ place, variable }) => [place, variable]));
	const via = 'via' in endpoint ? endpoint.via : undefined;
	const needed = new Set<SecretPlace>(variables.keys());
	if (via?.user !== undefined && via.password === '') needed.add('via.password');
	for (const side of ['tls', 'targetTls'] as const) {
		const missing = missingOf(identityOf(endpoint, side));
		if (missing !== undefined) needed.add(`${side}.identity.${missing}`);
	}
	return [...needed].map((path) => {
		const env = variables.get(path);
		return { path, what: secretNames[path], ...(env === undefined ? {} : { env }) };
	});
}

/** The secrets that the clients and servers of a test lack, by the name of the connection. */
export function missingInTest(test: Sequence): (MissingSecret & { readonly connection: string })[] {
	return connectionsOf(test).flatMap(([connection, { client, server }]) => {
		const config = client ?? server;
		return config === undefined ? [] : missingSecrets(config).map((missing) => ({ connection, ...missing }));
	});
}

function identityOf(config: EndpointConfig, side: 'tls' | 'targetTls') {
	if (side === 'tls') return 'tls' in config ? config.tls?.identity : undefined;
	return 'targetTls' in config ? config.targetTls?.identity : undefined;
}

function missingOf(identity: MadeIdentity | OwnIdentity | undefined): 'key' | 'passphrase' | undefined {
	if (identity?.from !== 'own') return undefined;
	const { cert, key, passphrase } = identity;
	const written = key ?? cert;
	if (written.from === 'file') return undefined;
	if (!KEY.test(written.pem)) return 'key';
	return ENCRYPTED_KEY.test(written.pem) && passphrase === undefined ? 'passphrase' : undefined;
}
