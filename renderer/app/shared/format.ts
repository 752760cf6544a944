import { locale, words } from '../../words/index.ts';

export { formatSocketAddress as formatAddress } from '../../../common/payload/index.ts';

/** A count with thousands separated, as in `88,310`. */
export function formatCount(count: number): string {
	return locale().count(count);
}

/** Three significant digits with a decimal prefix: `999`, `1.20k`, `12.4M`. For rates, where the last digit does not matter. */
export function formatShort(value: number): string {
	const [digits, prefix] = scaled(value);
	return `${digits}${prefix}`;
}

/** A number as it is, with up to six significant digits: `-40`, `21.5`, `0.00125`. */
export function formatNumber(value: number): string {
	return Number.isInteger(value) ? formatCount(value) : String(Number(value.toPrecision(6)));
}

/** Bytes with decimal prefixes, as in `214 MB` (1 MB is 1,000,000 bytes). */
export function formatBytes(bytes: number): string {
	const [digits, prefix] = scaled(bytes);
	return `${digits} ${prefix}B`;
}

/** Milliseconds, as in `1,200 ms`. */
export function formatMs(ms: number): string {
	return `${formatCount(ms)} ms`;
}

/** A duration, as in `2 s` or `250 ms`. @param ms whole milliseconds */
export function formatDuration(ms: number): string {
	return ms >= 1000 && ms % 100 === 0 ? words().units.seconds(String(ms / 1000)) : `${ms} ms`;
}

/** Bytes per second. */
export function formatRate(bytesPerSecond: number): string {
	return words().units.perSecond(formatBytes(bytesPerSecond));
}

const PREFIXES = ['', 'k', 'M', 'G', 'T', 'P'] as const;

function scaled(value: number): [digits: string, prefix: string] {
	let rest = value;
	let step = 0;
	while (Math.round(rest) >= 1000 && step < PREFIXES.length - 1) {
		rest /= 1000;
		step += 1;
	}
	const decimals = step === 0 ? 0 : rest < 9.995 ? 2 : rest < 99.95 ? 1 : 0;
	return [rest.toFixed(decimals), PREFIXES[step] ?? ''];
}
