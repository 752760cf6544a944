import { WirebenchError } from '../../../common/contract/base/errors.ts';
import {
	checkWorkspace,
	configOf,
	type WorkspaceEndpoint,
	type WorkspaceFinding,
} from '../../../common/workspace/index.ts';
import { checkEndpoint } from '../../engine/index.ts';

/** All that was found in a workspace file. */
export interface WorkspaceReport {
	/** Empty: the file can be used. */
	readonly problems: readonly WorkspaceFinding[];
	/** Keys that this version does not know. */
	readonly unknown: readonly WorkspaceFinding[];
	/** How many endpoints are right. */
	readonly endpoints: number;
}

/** Looks at the text of a workspace file as a whole: its form, and what only the engine knows of each endpoint. */
export function reportOn(text: string): WorkspaceReport {
	const { problems, unknown, endpoints } = checkWorkspace(text);
	const faults = endpoints.flatMap(({ at, endpoint }) => configFault(at, endpoint) ?? []);
	return { problems: [...problems, ...faults], unknown, endpoints: endpoints.length - faults.length };
}

/** Why the engine refuses an endpoint of a workspace; undefined where it does not. */
export function configFault(at: number, endpoint: WorkspaceEndpoint): WorkspaceFinding | undefined {
	const config = configOf(endpoint);
	try {
		checkEndpoint(config);
		return undefined;
	} catch (error) {
		if (!(error instanceof WirebenchError)) throw error;
		const { path } = error.details;
		return {
			path: `endpoints[${at}]${path === undefined ? '' : `.${path}`}`,
			endpoint: config.name,
			message: error.message,
		};
	}
}
