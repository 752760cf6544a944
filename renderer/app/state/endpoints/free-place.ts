import { type EndpointConfig, isClient, traitsOf } from '../../../../common/endpoints/index.ts';
import { besideAll, portsToAvoid, withFreeName } from '../../shared/free.ts';
import { isOwnName } from '../../shared/names.ts';
import { session } from '../host/session.ts';
import { useWorkbench } from './workbench.ts';

/**
 * The config with a unique name, path and port: one that no endpoint of the workspace has, nor another program at this
 * moment, nor its own target.
 */
export async function besideEverything(config: EndpointConfig): Promise<EndpointConfig> {
	const endpoints = [...useWorkbench.getState().endpoints.values()];
	const follows = !isOwnName(config, endpoints);
	const placed = besideAll(config, endpoints);
	const { protocol } = traitsOf(placed.kind);
	if (isClient(placed.kind) || protocol === 'unix' || !('port' in placed) || placed.port === 0) return placed;
	const avoid = [...portsToAvoid(placed, endpoints)];
	const free = await session.call('freePort', { protocol, host: placed.host, port: placed.port, avoid }).catch(
		// A name without an address, or a lost connection: starting it reports that.
		() => ({ port: undefined }),
	);
	if (free.port === undefined || free.port === placed.port) return placed;
	return withFreeName({ ...placed, port: free.port }, endpoints, follows);
}
