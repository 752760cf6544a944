import type { EventKind } from '../capture/event.ts';

/** The system's code at the start of an event's text, as in `EPIPE (32): …`. */
const ERRNO = /\b(E[A-Z][A-Z0-9_]+) \(-?\d+\): /;

/** The name of the system's error that an event reports. */
export function errnoIn({ kind, text }: { readonly kind: EventKind; readonly text: string }): string | undefined {
	return kind === 'error' || kind === 'reset' ? ERRNO.exec(text)?.[1] : undefined;
}
