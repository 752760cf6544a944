import type { PrintedEvent } from './event.ts';

/** A note that a command makes itself. @param spoken the message in the language of this run; JSON has the English one */
export function ownNote(message: string, spoken: string): PrintedEvent {
	return { event: 'note', endpoint: '', message, spoken, time: new Date().toISOString() };
}
