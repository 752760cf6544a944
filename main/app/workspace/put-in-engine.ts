import { isIdle } from '../../../common/contract/base/endpoint-status.ts';
import { same } from '../../../common/json/without-defaults.ts';
import { programsOf } from '../../../common/structure/index.ts';
import { configOf, noWorkspace, type Workspace, type WorkspaceFault } from '../../../common/workspace/index.ts';
import type { Engine } from '../../engine/core/types.ts';
import { configFault } from './check-workspace.ts';
import { assertLive, changeLive } from './live-config.ts';

type Endpoints = Workspace['endpoints'];

/** What is wrong with endpoints that do not compile, such as a template in a reply or a rule by fields that there are not. */
export function faultInEndpoints({
	endpoints,
	structures,
}: Pick<Workspace, 'endpoints' | 'structures'>): WorkspaceFault | undefined {
	const programs = programsOf(structures);
	for (const [at, endpoint] of endpoints.entries()) {
		const fault = configFault(at, endpoint, programs);
		if (fault !== undefined) return noWorkspace(fault);
	}
	return undefined;
}

/**
 * Makes the engine's endpoints those of a workspace without a fault, in its order, and starts nothing. Those that are the
 * same continue.
 */
export async function putInEngine(engine: Engine, endpoints: Endpoints): Promise<void> {
	const wanted = configsById(endpoints);
	const others = engine.lasting().filter(({ id, config }) => !same(wanted.get(id), config));
	await Promise.all(others.map(({ id }) => engine.remove(id)));
	const present = new Set(engine.lasting().map(({ id }) => id));
	for (const [id, config] of wanted) if (!present.has(id)) engine.create(config, { id });
	engine.arrange([...wanted.keys()]);
}

/**
 * Makes the engine's endpoints those of a workspace that was there before, as little as possible: those that have changed
 * keep running. Rejects with `wrong-state`, and changes nothing, where one has to be stopped for that. What is new is stopped.
 */
export async function stepInEngine(engine: Engine, endpoints: Endpoints): Promise<void> {
	const wanted = configsById(endpoints);
	const present = engine.lasting();
	const changes = present.flatMap((endpoint) => {
		const { id, config: from } = endpoint;
		const to = wanted.get(id);
		return to === undefined || same(from, to) ? [] : [{ id, from, to, idle: isIdle(endpoint) }];
	});
	for (const { from, to, idle } of changes) if (!idle) assertLive(from, to);
	await Promise.all(present.filter(({ id }) => !wanted.has(id)).map(({ id }) => engine.remove(id)));
	for (const { id, from, to, idle } of changes) {
		if (idle) engine.update(id, to);
		else await changeLive(engine, id, from, to);
	}
	const known = new Set(present.map(({ id }) => id));
	for (const [id, config] of wanted) if (!known.has(id)) engine.create(config, { id });
	engine.arrange([...wanted.keys()]);
}

const configsById = (endpoints: Endpoints) => new Map(endpoints.map((endpoint) => [endpoint.id, configOf(endpoint)]));
