import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { same } from '../../../common/json/without-defaults.ts';
import type { Workspace, WorkspaceFault } from '../../../common/workspace/index.ts';
import type { Engine } from '../../engine/core/types.ts';

type Endpoints = Workspace['endpoints'];

/** What is wrong with endpoints that do not compile, such as a template in a reply. */
export function faultInEngine(engine: Engine, endpoints: Endpoints): WorkspaceFault | undefined {
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
