import { same } from '../../../common/json/without-defaults.ts';
import { findingText, type Workspace, type WorkspaceFault } from '../../../common/workspace/index.ts';
import type { Engine } from '../../engine/core/types.ts';
import { configFault } from './check-workspace.ts';

type Endpoints = Workspace['endpoints'];

/** What is wrong with endpoints that do not compile, such as a template in a reply. */
export function faultInEndpoints(endpoints: Endpoints): WorkspaceFault | undefined {
	for (const [at, endpoint] of endpoints.entries()) {
		const fault = configFault(at, endpoint);
		if (fault !== undefined) return { kind: 'broken', message: `is no workspace: ${findingText(fault)}` };
	}
	return undefined;
}

/**
 * Makes the engine's endpoints those of a workspace without a fault, in its order, and starts nothing. Those that are the
 * same continue.
 */
export async function putInEngine(engine: Engine, endpoints: Endpoints): Promise<void> {
	const wanted = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
	const others = engine.lasting().filter(({ id, config }) => !same(wanted.get(id), { ...config, id }));
	await Promise.all(others.map(({ id }) => engine.remove(id)));
	const present = new Set(engine.lasting().map(({ id }) => id));
	for (const { id, ...config } of endpoints) if (!present.has(id)) engine.create(config, { id });
	engine.arrange([...wanted.keys()]);
}
