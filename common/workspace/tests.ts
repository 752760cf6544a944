import { LIMITS } from '../contract/base/limits.ts';
import { withoutSecrets } from '../endpoints/index.ts';
import { isObject } from '../json/is-object.ts';
import { validated } from '../json/validated.ts';
import { same } from '../json/without-defaults.ts';
import { connectionsOf, type Sequence, sequenceSchema } from '../protocol-tests/test-schema.ts';
import { partError } from '../sentences/part-error.ts';
import { freeName } from './free-name.ts';
import { isAt, type NamedPlace, withNamed, withoutNamed } from './named.ts';
import { type SecretPlace, withSecret } from './secret-places.ts';

const TEST = { noun: 'Test', most: LIMITS.savedTests } as const;

/** As `withNamed`. */
export function withTest(tests: readonly Sequence[], test: Sequence, replaces?: NamedPlace): Sequence[] {
	return withNamed(tests, test, replaces, TEST);
}

/** The tests without one. Fails with `not-found`. */
export function withoutTest(tests: readonly Sequence[], gone: NamedPlace): Sequence[] {
	return withoutNamed(tests, gone, TEST);
}

/**
 * The tests with a secret at a place of the client or server of a connection. Fails with `not-found` where there is none, and with
 * `bad-input` for a text that cannot be one.
 */
export function withTestSecret(
	tests: readonly Sequence[],
	{ connection, ...place }: NamedPlace & { readonly connection: string },
	at: SecretPlace,
	text: string,
): Sequence[] {
	const test = tests.find((one) => isAt(one, place));
	const found = test && connectionsOf(test).find(([name]) => name === connection)?.[1];
	if (test === undefined || found === undefined) {
		throw partError('not-found', 'testWithoutConnection', { name: place.name, connection });
	}
	const changed = {
		...found,
		...(found.client && { client: withSecret(found.client, at, text) }),
		...(found.server && { server: withSecret(found.server, at, text) }),
	};
	const whole = validated(
		sequenceSchema,
		test.client === undefined
			? { ...test, connections: { ...test.connections, [connection]: changed } }
			: { ...test, client: changed.client },
	);
	return withTest(tests, whole, place);
}

/** Adds tests of another place. One that is there already is not added again; one of the same name gets a number. */
export function withTestsOf(tests: readonly Sequence[], others: readonly Sequence[]): Sequence[] {
	return others.reduce<Sequence[]>(
		(list, test) =>
			list.some((one) => same(one, test)) ? list : withTest(list, { ...test, name: freeTestName(list, test) }),
		[...tests],
	);
}

function freeTestName(tests: readonly Sequence[], { name, folder }: NamedPlace): string {
	return freeName(name, (wanted) => tests.some((one) => isAt(one, { name: wanted, folder })));
}

/** A test that is safe to write to a file: without the secrets of its clients and servers. */
export function testWithoutSecrets({ client, connections, ...rest }: Sequence): unknown {
	const shown = Object.entries(connections ?? {}).map(([name, connection]) => {
		const { client: dials, server, ...others } = connection;
		return [
			name,
			{
				...others,
				...(dials === undefined ? {} : { client: withoutSecrets(dials) }),
				...(server === undefined ? {} : { server: withoutSecrets(server) }),
			},
		] as const;
	});
	return {
		...rest,
		...(client === undefined ? {} : { client: withoutSecrets(client) }),
		...(connections === undefined ? {} : { connections: Object.fromEntries(shown) }),
	};
}

/** Under what the secrets of a test are kept beside the file, where those of endpoints are under their ids. */
export function secretsKeyOf(test: unknown): string | undefined {
	if (!isObject(test) || typeof test.name !== 'string') return undefined;
	// Longer than an id can be, so that it is none.
	return `test ${JSON.stringify([test.folder ?? null, test.name])}`.padEnd(65);
}
