import { type Address, sendsTo } from '../../app/shared/address/address.ts';
import { besideAll } from '../../app/shared/free.ts';
import { createEndpoint } from '../../app/state/endpoints/endpoint-actions.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { session } from '../../app/state/host/session.ts';
import { setTarget } from './store.ts';
import type { Target } from './to/targets.ts';

/** Addresses whose endpoint is being opened, so that two messages at once open one. */
const opening = new Map<string, Promise<Target>>();

/**
 * The target for an address: an endpoint that sends there already, else a new one, opened in either case. It becomes
 * the composer's target. Rejects with the host's error; the endpoint stays among the others then.
 */
export function openAddress(address: Address): Promise<Target> {
	const running = opening.get(address.text);
	if (running !== undefined) return running;
	const started = open(address).finally(() => opening.delete(address.text));
	opening.set(address.text, started);
	return started;
}

async function open(address: Address): Promise<Target> {
	const all = [...useWorkbench.getState().endpoints.values()];
	const there = all.filter(({ config }) => sendsTo(config, address));
	const endpoint = there.find(({ status }) => status === 'open') ?? there[0];
	const id = endpoint?.id ?? (await createEndpoint(besideAll(address.config, all)));
	const target = { endpoint: id };
	setTarget(target);
	if (endpoint?.status !== 'open') await session.call('endpointStart', { id });
	return target;
}
