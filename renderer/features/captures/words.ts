import type { StoredCapture } from '../../../common/contract/calls/library.ts';
import { words } from '../../words/index.ts';

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
	const { units } = words();
	const seconds = Number((to - from) / 1_000_000_000n);
	if (seconds < 100) return units.seconds(String(seconds));
	if (seconds < 6000) return units.minutes(String(Math.round(seconds / 60)));
	return units.hours(String(Math.round(seconds / 3600)));
}
