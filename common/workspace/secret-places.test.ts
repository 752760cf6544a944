import { expect, test } from 'vitest';
import { ENDPOINT_KINDS, ENDPOINTS } from '../endpoints/index.ts';
import { isObject } from '../json/is-object.ts';
import { missingSecrets, readWorkspace, writeWorkspace } from './index.ts';
import { SECRET_PLACES } from './secret-places.ts';

/** The places of the texts that a kind declares secret. */
function secretsOf(texts: unknown, path = ''): string[] {
	if (isObject(texts)) return Object.entries(texts).flatMap(([key, one]) => secretsOf(one, `${path}.${key}`));
	return typeof texts === 'string' && texts.startsWith('secret') ? [path.slice(1).replace(/\.pem$/, '')] : [];
}

test('every secret of every kind has a place', () => {
	const declared = ENDPOINT_KINDS.flatMap((kind) => secretsOf(ENDPOINTS[kind].texts));
	expect(new Set(declared)).toEqual(new Set(SECRET_PLACES));
});

const KEY = '-----BEGIN PRIVATE KEY-----\nsecret\n-----END PRIVATE KEY-----';
const client = {
	id: 'a',
	kind: 'tcp-client',
	name: 'client',
	host: '127.0.0.1',
	port: 9000,
	via: { host: 'proxy', port: 1080, user: 'me' },
	tls: { identity: { from: 'own', cert: { from: 'file', path: 'cert.pem' } } },
	env: { 'via.password': 'PROXY', 'tls.identity.key': 'KEY' },
};
const text = JSON.stringify({ wirebench: 1, endpoints: [client] });

function read(environment: Record<string, string>, secrets = {}) {
	const result = readWorkspace(text, secrets, environment);
	if ('kind' in result) throw new Error(result.message);
	const [endpoint] = result.workspace.endpoints;
	if (endpoint === undefined) throw new Error('There is one.');
	return { ...result, endpoint };
}

test('secrets come from the variables that the file names, and are kept nowhere', () => {
	const environment = { PROXY: 'verysecret', KEY };
	const { workspace, endpoint, document } = read(environment);
	expect(endpoint).toMatchObject({
		via: { password: 'verysecret' },
		tls: { identity: { key: { from: 'text', pem: KEY } } },
	});
	expect(missingSecrets(endpoint)).toEqual([]);
	const written = writeWorkspace(workspace, { workspace, document }, environment);
	expect(written.secrets).toEqual({});
	expect(JSON.parse(written.text)).toEqual({ wirebench: 1, endpoints: [client] });
});

test('a variable that is not set is missing, until a secret is kept here, which is newer', () => {
	const { workspace, endpoint, document } = read({});
	expect(missingSecrets(endpoint)).toEqual([
		{ path: 'via.password', what: 'the password of its upstream proxy', env: 'PROXY' },
		{ path: 'tls.identity.key', what: 'the private key of its certificate', env: 'KEY' },
	]);
	if (endpoint.kind !== 'tcp-client' || endpoint.via === undefined) throw new Error('It has a proxy.');
	const typed = { ...endpoint, via: { ...endpoint.via, password: 'typed' } };
	const { secrets } = writeWorkspace({ ...workspace, endpoints: [typed] }, { workspace, document }, {});
	expect(read({ PROXY: 'other' }, secrets).endpoint).toMatchObject({ via: { password: 'typed' } });
});

test('only secrets can be taken from a variable, whose name is one', () => {
	const of = (env: object) => readWorkspace(JSON.stringify({ wirebench: 1, endpoints: [{ ...client, env }] }));
	expect(of({ host: 'HOME' })).toMatchObject({ kind: 'broken', message: expect.stringMatching(/endpoints\[0\]\.env/) });
	expect(of({ 'via.password': 'a b' })).toMatchObject({ message: expect.stringMatching(/A variable is letters/) });
});
