import type { SocketAddress } from '../../common/contract/workbench.ts';
import { formatSocketAddress } from '../../common/payload/index.ts';
import { type Answerable, Answering, type Answers } from './answering.ts';
import type { EndpointRecord } from './endpoint-record.ts';
import { hostOf } from './host-of.ts';
import { ScriptAnswering } from './script/answering.ts';

/** What answers on a connection: the endpoint's script if it has one, else its rules. */
export function createAnswers(
	{ script, behaviour, config, tally }: EndpointRecord,
	target: Answerable & { readonly id: number },
	ends: { readonly local: SocketAddress; readonly remote: SocketAddress },
): Answers {
	const peer = formatSocketAddress(ends.remote);
	if (script === undefined) {
		const { responder } = behaviour;
		return new Answering({ responder, tally, peer, host: hostOf(config) ?? peer }, target);
	}
	return new ScriptAnswering(script, target, { id: target.id, peer, local: formatSocketAddress(ends.local) });
}
