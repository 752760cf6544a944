import type { Sending } from '../../../common/contract/calls/sending.ts';
import type { Engine } from '../../engine/core/types.ts';
import { Topic, wholeState } from './topic.ts';

/** A transfer that ends within this time, in ms, is not reported to a page that sends fast. */
const PERIOD_MS = 100;

export type SendingsTopic = Topic<Sending[]>;

/** The progress of all transfers: when one starts or ends, and at intervals while one runs. */
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
