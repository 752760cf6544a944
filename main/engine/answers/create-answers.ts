import type { SocketAddress } from '../../../common/contract/base/address.ts';
import { isDatagram } from '../../../common/endpoints/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import { Answering } from './answering.ts';
import type { Answerable, Answers } from './answers.ts';
import { ChangingAnswers } from './changing-answers.ts';
import { hostOf } from './host-of.ts';
import { ScriptAnswering } from './script-answering.ts';

/** Creates the answers of a connection: from the endpoint's script if it has one, else from its current rules. */
export function createAnswers(
	record: EndpointRecord,
	target: Answerable & { readonly id: number },
	ends: () => { readonly local: SocketAddress; readonly remote: SocketAddress },
): ChangingAnswers {
	const make = (): Answers => {
		const { script, config } = record;
		const { local, remote } = ends();
		const peer = formatSocketAddress(remote);
		if (script === undefined) {
			const { draws } = record;
			const datagrams = isDatagram(config.kind);
			return new Answering({ rules: record, peer, host: hostOf(config) ?? peer, draws, datagrams }, target);
		}
		return new ScriptAnswering(script, target, { id: target.id, peer, local: formatSocketAddress(local) });
	};
	return new ChangingAnswers(make, () => target.repliesDone());
}
