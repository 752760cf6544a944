import type { Sending } from '../../../common/contract/calls/sending.ts';
import type { Engine } from '../../engine/core/types.ts';
import { Topic, wholeState } from './topic.ts';

/** A page that sends small messages fast hears of none that is over within this time, in ms. */
const PERIOD_MS = 100;

export type SendingsTopic = Topic<Sending[]>;

/** How far everything is that is sent over a while: as something begins or ends, and from time to time while something runs. */
export function sendingsTopic(sendings: Engine['sendings']): SendingsTopic {
	const again = (): void => {
		if (sendings.running) topic.changed(true);
	};
	const topic: SendingsTopic = new Topic<Sending[]>({
		...wholeState(() => sendings.list()),
		periodMs: PERIOD_MS,
		start: () => {
			again();
			return sendings.onChange(() => topic.changed(true));
		},
		after: again,
	});
	return topic;
}
