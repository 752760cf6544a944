import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import { optionsOf } from '../../../../common/endpoints/index.ts';
import { reachOf } from '../../../../common/reach/reach.ts';
import { listInterfaces } from '../../../app/headless.ts';
import type { PrintedEvent } from '../output/event.ts';

/** Where an endpoint listens or is bound, and who can reach it there. */
export function announced({ config, local }: EndpointState): PrintedEvent | undefined {
	if (local === undefined) return undefined;
	const reach = reachOf({ local, ipv6Only: optionsOf(config).ipv6Only }, listInterfaces());
	return { event: 'listening', endpoint: config.name, reach, ...local };
}
