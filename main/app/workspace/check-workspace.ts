import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Variables } from '../../../common/payload/saved.ts';
import type { Sequence } from '../../../common/protocol-tests/test-schema.ts';
import { type Programs, programsOf } from '../../../common/structure/index.ts';
import { runErrors } from '../../../common/words/en/sentences/runs.ts';
import { sayingOf } from '../../../common/words/sentence/said.ts';
import {
	checkWorkspace,
	configOf,
	type Workspace,
	type WorkspaceEndpoint,
	type WorkspaceFinding,
} from '../../../common/workspace/index.ts';
import { checkEndpoint, compileSequence } from '../../engine/index.ts';

const runSays = sayingOf(runErrors);

/** All that was found in a workspace file. */
export interface WorkspaceReport {
	/** Empty: the file can be used. */
	readonly problems: readonly WorkspaceFinding[];
	/** Keys that this version does not know. */
	readonly unknown: readonly WorkspaceFinding[];
	/** How many endpoints are right. */
	readonly endpoints: number;
	/** How many payloads and tests there are; 0 where something is wrong. */
	readonly payloads: number;
	readonly tests: number;
}

/** Looks at the text of a workspace file as a whole: its form, and what only the engine knows. `given`: variables besides its own. */
export function reportOn(text: string, given: Variables = {}): WorkspaceReport {
	const { problems, unknown, endpoints, structures, workspace } = checkWorkspace(text);
	const programs = programsOf(structures);
	const faults = endpoints.flatMap(({ at, endpoint }) => configFault(at, endpoint, programs) ?? []);
	const inTests = workspace === undefined ? [] : testFaults(workspace.tests, workspace, programs, given);
	return {
		problems: [...problems, ...faults, ...inTests],
		unknown,
		endpoints: endpoints.length - faults.length,
		payloads: workspace?.payloads.length ?? 0,
		tests: workspace?.tests.length ?? 0,
	};
}

/** What is wrong in tests that the engine would find: a pattern, a template, an endpoint that the workspace does not have. */
export function testFaults(
	tests: readonly Sequence[],
	{ endpoints, variables }: Pick<Workspace, 'endpoints' | 'variables'>,
	programs: Programs,
	given: Variables = {},
): WorkspaceFinding[] {
	return tests.flatMap((test, at) => {
		const named = [
			...test.setup.map((wanted, n) => ({ wanted, path: `setup[${n}]` })),
			...Object.entries(test.connections ?? {}).flatMap(([name, { endpoint }]) =>
				endpoint === undefined ? [] : [{ wanted: endpoint, path: `connections.${name}.endpoint` }],
			),
		];
		const missing = named
			.filter(({ wanted }) => !endpoints.some(({ id, name }) => id === wanted || name === wanted))
			.map(({ wanted, path }) => ({
				path: `tests[${at}].${path}`,
				...runSays('noEndpointNamed', { name: wanted }),
			}));
		return [...missing, ...stepFaults(test, at, { ...variables, ...given }, programs)];
	});
}

function stepFaults(test: Sequence, at: number, variables: Variables, programs: Programs): WorkspaceFinding[] {
	try {
		compileSequence(test, variables, programs);
		return [];
	} catch (error) {
		if (!(error instanceof WirebenchError)) throw error;
		return [{ path: `tests[${at}].${error.details.path ?? 'steps'}`, ...faultIn(error) }];
	}
}

/** Why the engine refuses an endpoint of a workspace; undefined where it does not. */
export function configFault(at: number, endpoint: WorkspaceEndpoint, programs: Programs): WorkspaceFinding | undefined {
	const config = configOf(endpoint);
	try {
		checkEndpoint(config, programs);
		return undefined;
	} catch (error) {
		if (!(error instanceof WirebenchError)) throw error;
		const { path } = error.details;
		return {
			path: `endpoints[${at}]${path === undefined ? '' : `.${path}`}`,
			endpoint: config.name,
			...faultIn(error),
		};
	}
}

function faultIn({ message, details: { says } }: WirebenchError): Pick<WorkspaceFinding, 'message' | 'says'> {
	return { message, ...(says === undefined ? {} : { says }) };
}
