import type { MadeIdentity, OwnIdentity } from '../contract/config/tls.ts';
import type { EndpointConfig } from '../endpoints/index.ts';

const KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
const ENCRYPTED_KEY = /-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED/;

/** A secret that a config needs and does not have, because no file of this machine has it. */
export interface MissingSecret {
	/** Its place in the config, as in `via.password`. */
	readonly path: string;
	/** What it is, for people: `the password of its upstream proxy`. */
	readonly what: string;
}

/** The secrets that a config of a workspace file lacks, as far as it shows that there is one. */
export function missingSecrets(config: EndpointConfig): MissingSecret[] {
	const via = 'via' in config ? config.via : undefined;
	const password =
		via?.user !== undefined && via.password === ''
			? [{ path: 'via.password', what: 'the password of its upstream proxy' }]
			: [];
	const tls = 'tls' in config ? missingOf(config.tls?.identity, 'tls') : [];
	const target = 'targetTls' in config ? missingOf(config.targetTls?.identity, 'targetTls') : [];
	return [...password, ...tls, ...target];
}

function missingOf(identity: MadeIdentity | OwnIdentity | undefined, side: string): MissingSecret[] {
	if (identity?.from !== 'own') return [];
	const { cert, key, passphrase } = identity;
	const written = key ?? cert;
	if (written.from === 'file') return [];
	const path = (name: string) => `${side}.identity.${name}`;
	if (!KEY.test(written.pem)) return [{ path: path('key'), what: 'the private key of its certificate' }];
	return ENCRYPTED_KEY.test(written.pem) && passphrase === undefined
		? [{ path: path('passphrase'), what: 'the passphrase of its private key' }]
		: [];
}
