import type { EndpointConfig } from '../../../common/endpoints/index.ts';
import type { SavedPayload } from '../../../common/payload/saved.ts';
import { fromCommandLine, importedWorkspace } from '../../../common/workspace/import/index.ts';

/** What is made of a command line. */
export interface CommandLine {
	readonly endpoints: readonly EndpointConfig[];
	readonly payloads: readonly SavedPayload[];
	/** A sentence for each thing that is left out or changed. */
	readonly notes: readonly string[];
}

/** Reads a command line of curl, netcat or socat; undefined for anything else. */
export function readCommand(line: string): CommandLine | undefined {
	const found = fromCommandLine(line);
	if (found === undefined) return undefined;
	const { workspace, notes } = importedWorkspace(found, undefined);
	const endpoints = workspace.endpoints.map(({ id: _id, folder: _folder, env: _env, ...config }) => config);
	return { endpoints, payloads: workspace.payloads, notes };
}
