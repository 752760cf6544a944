import type { StoredCapture } from '../../../common/contract/calls/library.ts';

const WORDS: Readonly<Record<StoredCapture['state'], string>> = {
	live: '● live',
	written: '◐ written by another process',
	closed: '',
	unclosed: '○ not closed',
	unreadable: '✕ not readable',
};

const HINTS: Readonly<Record<StoredCapture['state'], string>> = {
	live: 'This Wirebench writes it now.',
	written: 'Another Wirebench writes it now: it can be opened, and is not deleted.',
	closed: '',
	unclosed: 'Whoever wrote it was ended before it could close it. Opening brings it in order.',
	unreadable: '',
};

export function stateWord({ state }: StoredCapture): string {
	return WORDS[state];
}

export function stateHint({ state, problem }: StoredCapture): string {
	return problem ?? HINTS[state];
}

/** `2026-11-21 06:10:02`, local time, of nanoseconds since 1970. */
export function dateTime(time: bigint | undefined): string {
	if (time === undefined) return '';
	const date = new Date(Number(time / 1_000_000n));
	const two = (value: number) => String(value).padStart(2, '0');
	const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
	return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** From the first to the last event: `3 s`, `5 min`, `2 h`. */
export function span({ from, to }: StoredCapture): string {
	if (from === undefined || to === undefined) return '';
	const seconds = Number((to - from) / 1_000_000_000n);
	if (seconds < 100) return `${seconds} s`;
	if (seconds < 6000) return `${Math.round(seconds / 60)} min`;
	return `${Math.round(seconds / 3600)} h`;
}
