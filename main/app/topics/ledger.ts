import type { TopicDelta, TopicSnapshot } from '../../../common/contract/index.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import type { Engine } from '../../engine/core/types.ts';
import { coalesce } from './coalesce.ts';

/** The figures of an endpoint's ledger. Throws `not-found` where there is no such endpoint. */
export function ledgerTopic(
	engine: Pick<Engine, 'endpoint' | 'ledger' | 'onLedger'>,
	endpoint: string,
	emit: (delta: TopicDelta<'ledger'>) => void,
): TopicRun<TopicSnapshot<'ledger'>> {
	const look = () => ({ figures: engine.ledger(endpoint) ?? null });
	const told = coalesce(() => {
		if (engine.endpoint(endpoint) !== undefined) emit(look());
	});
	const stopListening = engine.onLedger(endpoint, told.changed);
	return {
		snapshot: look(),
		dispose: () => {
			stopListening();
			told.stop();
		},
	};
}
