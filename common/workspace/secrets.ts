import { z } from 'zod';
import { isObject } from '../json/is-object.ts';
import { same } from '../json/without-defaults.ts';
import { mapEndpoints } from './document.ts';
import { secretsKeyOf } from './tests.ts';

const object = z.record(z.string(), z.unknown());

/** An object of a config that has a secret: how the workspace file shows it, and the whole. */
const secretPartSchema = z.object({ at: z.array(z.string()), shown: object, whole: object });
type SecretPart = z.infer<typeof secretPartSchema>;

/** What is left out of a workspace file, by the id of the endpoint. It is kept beside the file. */
export const secretsSchema = z.record(z.string(), z.array(secretPartSchema));
export type Secrets = z.infer<typeof secretsSchema>;

/** The innermost objects in which the value differs from what may be shown of it. */
export function secretParts(whole: unknown, shown: unknown, at: readonly string[] = []): SecretPart[] {
	if (!isObject(whole) || !isObject(shown)) return [];
	const different = Object.keys(whole).filter((key) => !same(whole[key], shown[key]));
	const inner = different.every((key) => isObject(whole[key]) && isObject(shown[key]));
	if (inner) return different.flatMap((key) => secretParts(whole[key], shown[key], [...at, key]));
	return [{ at: [...at], shown, whole }];
}

/**
 * Puts secrets back into the JSON of a workspace. An object that was changed in the file since then gets none: a password
 * must not go to another host than the one for which it was given.
 */
export function withSecrets(document: unknown, secrets: Secrets): unknown {
	const whole = mapEndpoints(document, (endpoint) => {
		return isObject(endpoint) && typeof endpoint.id === 'string' ? withParts(endpoint, secrets, endpoint.id) : endpoint;
	});
	if (!isObject(whole) || !Array.isArray(whole.tests)) return whole;
	const tests: readonly unknown[] = whole.tests;
	return { ...whole, tests: tests.map((test) => withParts(test, secrets, secretsKeyOf(test) ?? '')) };
}

function withParts(value: unknown, secrets: Secrets, key: string): unknown {
	const parts = Object.hasOwn(secrets, key) ? secrets[key] : undefined;
	return (parts ?? []).reduce((filled: unknown, part) => withPart(filled, part, part.at), value);
}

function withPart(value: unknown, part: SecretPart, at: readonly string[]): unknown {
	if (!isObject(value)) return value;
	const [key, ...rest] = at;
	if (key !== undefined) {
		return Object.hasOwn(value, key) ? { ...value, [key]: withPart(value[key], part, rest) } : value;
	}
	const { shown, whole } = part;
	if (!Object.keys(shown).every((name) => same(shown[name], value[name]))) return value;
	// What a person has added to the file since then, such as a new password, is newer than ours; an empty one is none.
	const added = Object.entries(value).filter(([name, one]) => !Object.hasOwn(shown, name) && one !== '');
	return { ...value, ...whole, ...Object.fromEntries(added) };
}
