import { isObject } from '../json/is-object.ts';
import { mapEndpoints } from './document.ts';

/** Where a config may have a secret, by its place in the endpoint. */
export const SECRET_PLACES = [
	'via.password',
	'tls.identity.key',
	'tls.identity.passphrase',
	'targetTls.identity.key',
	'targetTls.identity.passphrase',
] as const;
export type SecretPlace = (typeof SECRET_PLACES)[number];

/** Variables of an environment by their names, as Node has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The secret of an endpoint at a place: the text, of a key its PEM. Undefined where there is none. */
export function secretAt(endpoint: unknown, place: SecretPlace): string | undefined {
	const found = valueAt(endpoint, place.split('.'));
	const text = isObject(found) ? found.pem : found;
	return typeof text === 'string' && text !== '' ? text : undefined;
}

/** Whether the part around a place is there: a generated certificate has no key of its own. */
export function takesSecret(endpoint: unknown, place: SecretPlace): boolean {
	const part = valueAt(endpoint, place.split('.').slice(0, -1));
	return isObject(part) && (part.from === undefined || part.from === 'own');
}

function valueAt(whole: unknown, path: readonly string[]): unknown {
	return path.reduce((value, key) => (isObject(value) ? value[key] : undefined), whole);
}

/** The endpoint with a secret at a place; unchanged where the part around it is missing. */
export function withSecret(endpoint: unknown, place: SecretPlace, text: string): unknown {
	return changed(endpoint, place.split('.'), place.endsWith('.key') ? { from: 'text', pem: text } : text);
}

/** The endpoint without the secret at a place. */
export function withoutSecret(endpoint: unknown, place: SecretPlace): unknown {
	return changed(endpoint, place.split('.'), undefined);
}

function changed(value: unknown, [key, ...rest]: readonly string[], leaf: unknown): unknown {
	if (key === undefined) return leaf;
	if (!isObject(value)) return value;
	if (rest.length > 0 && !Object.hasOwn(value, key)) return value;
	return { ...value, [key]: changed(value[key], rest, leaf) };
}

/** The places of an endpoint that name a variable, each with its value in an environment. */
export function fromEnvironment(
	endpoint: unknown,
	environment: Environment,
): { place: SecretPlace; variable: string; value: string | undefined }[] {
	const named = isObject(endpoint) && isObject(endpoint.env) ? endpoint.env : {};
	return SECRET_PLACES.flatMap((place) => {
		const variable = named[place];
		return typeof variable === 'string' ? [{ place, variable, value: environment[variable] }] : [];
	});
}

/** The JSON of a workspace with the secrets that its endpoints take from an environment. One that is there already is newer. */
export function withEnvironment(document: unknown, environment: Environment): unknown {
	return mapEndpoints(document, (endpoint) =>
		fromEnvironment(endpoint, environment).reduce(
			(whole, { place, value }) =>
				value === undefined || secretAt(whole, place) !== undefined ? whole : withSecret(whole, place, value),
			endpoint,
		),
	);
}

/** The endpoint without the secrets that an environment has: they are kept nowhere else. */
export function withoutEnvironment(endpoint: unknown, environment: Environment): unknown {
	return fromEnvironment(endpoint, environment).reduce(
		(whole, { place, value }) =>
			value !== undefined && secretAt(whole, place) === value ? withoutSecret(whole, place) : whole,
		endpoint,
	);
}
