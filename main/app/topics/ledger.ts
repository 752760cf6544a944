import type { TopicSnapshot } from '../../../common/contract/index.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import type { Engine } from '../../engine/core/types.ts';
import { Topic } from './topic.ts';

/** Five times a second. */
const PERIOD_MS = 200;

type Figures = TopicSnapshot<'ledger'>;

/** The figures of an endpoint's loss report. Throws `not-found` where there is no such endpoint. */
export function ledgerTopic(
	engine: Pick<Engine, 'endpoint' | 'ledger' | 'onLedger'>,
	endpoint: string,
	emit: (delta: Figures) => void,
): TopicRun<Figures> {
	const figures = () => ({ figures: engine.ledger(endpoint) ?? null });
	const topic = new Topic<Figures>({
		periodMs: PERIOD_MS,
		snapshot: figures,
		delta: (keys) => {
			keys.clear();
			return engine.endpoint(endpoint) && figures();
		},
		start: () => engine.onLedger(endpoint, () => topic.changed(true)),
	});
	return topic.subscribe(emit);
}
