import type { EndpointConfig } from '../../common/contract/endpoint.ts';
import { WirebenchError } from '../../common/contract/errors.ts';
import { faultText } from '../../common/script/index.ts';
import { checkScript } from '../engine/index.ts';

/** Fails with `bad-input` and the place when an endpoint's script cannot be read. Nothing of it runs. */
export async function assertReadable(config: EndpointConfig): Promise<void> {
	const script = 'responder' in config ? config.responder.script : undefined;
	const fault = script === undefined ? undefined : await checkScript(script.source);
	if (fault === undefined) return;
	const { message: _, ...place } = fault;
	throw new WirebenchError('bad-input', faultText(fault), { path: 'config.responder.script.source', ...place });
}
