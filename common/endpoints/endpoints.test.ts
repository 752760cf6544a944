import { expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { ENDPOINT_KINDS, ENDPOINTS, endpointConfigSchema, withoutSecrets } from './index.ts';
import type { Texts } from './shared/texts.ts';

test.each(ENDPOINT_KINDS)('the blank config of a %s belongs to its kind', (kind) => {
	expect(endpointConfigSchema.parse(ENDPOINTS[kind].blank).kind).toBe(kind);
});

test('a text that is declared neither public nor secret does not compile', () => {
	const schema = z.object({
		kind: z.enum(['a', 'b']),
		name: z.string(),
		login: z.object({ password: z.string() }).optional(),
	});
	type Config = z.infer<typeof schema>;
	expectTypeOf<Texts<Config>>().toHaveProperty('name');
	// @ts-expect-error the password is not declared
	const forgotten: Texts<Config> = { name: 'public', login: {} };
	// @ts-expect-error the whole of its holder is not declared
	const further: Texts<Config> = { name: 'public' };
	const whole: Texts<Config> = { name: 'public', login: { password: 'secret' } };
	expect([forgotten, further, whole]).toHaveLength(3);
});

test('passwords, passphrases and keys are left out, certificates and file names stay', () => {
	const certificate = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----';
	const key = '-----BEGIN PRIVATE KEY-----\nBB==\n-----END PRIVATE KEY-----';
	const config = endpointConfigSchema.parse({
		kind: 'tcp-client',
		name: 'c',
		host: '127.0.0.1',
		port: 1,
		via: { host: '127.0.0.1', port: 2, user: 'u', password: 'p' },
		tls: {
			ca: { from: 'file', path: 'ca.pem' },
			identity: {
				from: 'own',
				cert: { from: 'text', pem: `${key}\n${certificate}` },
				key: { from: 'text', pem: key },
				passphrase: 'open sesame',
			},
		},
	});
	expect(withoutSecrets(config)).toMatchObject({
		via: { user: 'u', password: '' },
		tls: { ca: { path: 'ca.pem' }, identity: { from: 'own', cert: { from: 'text', pem: certificate } } },
	});
	expect(JSON.stringify(withoutSecrets(config))).not.toMatch(/PRIVATE|sesame/);
});
