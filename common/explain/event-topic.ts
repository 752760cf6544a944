import type { EventKind } from '../capture/event.ts';
import type { Explain } from '../words/load-explain.ts';
import { errnoIn } from './errno-in.ts';
import { ERRORS } from './errors.ts';
import type { TopicId } from './topic-id.ts';

/** What is asked of an event. */
export interface ExplainedEvent {
	readonly kind: EventKind;
	readonly direction: 'in' | 'out' | 'none';
	readonly text: string;
}

function isErrorTopic(errno: string): errno is keyof Explain['errors'] & string {
	return Object.hasOwn(ERRORS, errno);
}

/** The topic of an error of the system, by any of its names. */
export function topicOfError(errno: string): TopicId | undefined {
	const key = Object.entries(ERRORS).find(([name, names]) => name === errno || names.includes(errno))?.[0];
	return key !== undefined && isErrorTopic(key) ? `errors.${key}` : undefined;
}

/** The topic of what an event reports: the error that it names, else the event itself. */
export function topicOfEvent(event: ExplainedEvent): TopicId {
	const errno = errnoIn(event);
	const error = errno === undefined ? undefined : topicOfError(errno);
	if (error !== undefined) return error;
	const { kind, direction } = event;
	if (kind === 'end') return direction === 'out' ? 'events.endOut' : 'events.endIn';
	if (kind === 'reset') return direction === 'out' ? 'events.resetOut' : 'events.resetIn';
	return `events.${kind}`;
}
