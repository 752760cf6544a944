import type { ExplainedEvent } from '../../../../common/explain/event-topic.ts';
import { words } from '../../../words/index.ts';
import { openExplanation } from './help.ts';
import { toastError } from './toasts.ts';

/** The topics of events and errors: loaded when the first of them is asked for. */
const load = () => import('../../../../common/explain/event-topic.ts');

const failed = (error: unknown) => toastError(words().ui.notExplained, error);

/** Opens what an event means, or the error that it names. */
export function explainEvent(event: ExplainedEvent): void {
	load().then(({ topicOfEvent }) => openExplanation(topicOfEvent(event)), failed);
}

/** Opens what an error of the system means; the list of all where it has no explanation of its own. */
export function explainError(errno: string): void {
	load().then(({ topicOfError }) => openExplanation(topicOfError(errno)), failed);
}
