import { withoutSecrets } from '../endpoints/index.ts';
import { withUnknownKeys } from '../json/unknown-keys.ts';
import { withoutDefaults } from '../json/without-defaults.ts';
import { sequenceSchema } from '../protocol-tests/test-schema.ts';
import type { ReadWorkspace } from './read.ts';
import { type Workspace, workspaceSchema } from './schema.ts';
import { type Environment, withoutEnvironment } from './secret-places.ts';
import { type Secrets, secretParts } from './secrets.ts';
import { secretsKeyOf, testWithoutSecrets } from './tests.ts';

/** A workspace as it is stored. */
export interface WrittenWorkspace {
	/** The file: two-space indent, keys in the schema's order, without defaults and without secrets. */
	readonly text: string;
	readonly secrets: Secrets;
}

/**
 * Writes a workspace; `before` is the file it came from, whose unknown keys stay at their place. Secrets that an
 * environment variable has are kept nowhere else.
 */
export function writeWorkspace(
	workspace: Workspace,
	before?: ReadWorkspace,
	environment: Environment = {},
): WrittenWorkspace {
	const whole = workspaceSchema.parse(workspace);
	const shown = {
		...whole,
		endpoints: whole.endpoints.map(withoutSecrets),
		tests: whole.tests.map(testWithoutSecrets),
	};
	const merged = before === undefined ? shown : withUnknownKeys(before.document, before.workspace, shown);
	const text = `${JSON.stringify(withoutDefaults(workspaceSchema, merged), null, 2)}\n`;
	return { text, secrets: secretsOf(whole, environment) };
}

function secretsOf({ endpoints, tests }: Workspace, environment: Environment): Secrets {
	const { element } = workspaceSchema.shape.endpoints.unwrap();
	const all = endpoints.map((endpoint) => {
		const shown = withoutDefaults(element, withoutSecrets(endpoint));
		return [
			endpoint.id,
			secretParts(withoutDefaults(element, withoutEnvironment(endpoint, environment)), shown),
		] as const;
	});
	const ofTests = tests.map((test) => {
		const shown = withoutDefaults(sequenceSchema, testWithoutSecrets(test));
		return [secretsKeyOf(test) ?? '', secretParts(withoutDefaults(sequenceSchema, test), shown)] as const;
	});
	return Object.fromEntries([...all, ...ofTests].filter(([, parts]) => parts.length > 0));
}
