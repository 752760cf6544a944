import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { same } from '../../../common/json/without-defaults.ts';
import type { Workspace, WorkspaceFault } from '../../../common/workspace/index.ts';
import type { Engine } from '../../engine/core/types.ts';

/**
 * Makes the engine's endpoints those of the workspace, in its order, and starts nothing. The first ones that are the
 * same continue. Returns what is wrong, and changes nothing, if a config does not compile.
 */
export async function putInEngine(engine: Engine, { endpoints }: Workspace): Promise<WorkspaceFault | undefined> {
	const fault = firstFault(engine, endpoints);
	if (fault !== undefined) return fault;
	const present = engine.lasting();
	// The engine keeps the order of creation.
	const differs = present.findIndex(({ id, config }, at) => !same(endpoints[at], { ...config, id }));
	const from = differs === -1 ? present.length : differs;
	await Promise.all(present.slice(from).map(({ id }) => engine.remove(id)));
	for (const { id, ...config } of endpoints.slice(from)) engine.create(config, { id });
	return undefined;
}

function firstFault(engine: Engine, endpoints: Workspace['endpoints']): WorkspaceFault | undefined {
	for (const [at, { id: _id, ...config }] of endpoints.entries()) {
		try {
			engine.check(config);
		} catch (error) {
			if (!(error instanceof WirebenchError)) throw error;
			const { path } = error.details;
			const place = `endpoints[${at}]${path === undefined ? '' : `.${path}`}`;
			return { kind: 'broken', message: `is no workspace: ${place}: ${error.message} (endpoint ${config.name})` };
		}
	}
	return undefined;
}
