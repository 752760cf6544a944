const UNITS = [
	['s', 1e9],
	['ms', 1e6],
	['µs', 1e3],
] as const;

/** Three significant digits. */
export function timeText(ns: number): string {
	const [unit, size] = UNITS.find(([, factor]) => ns >= factor) ?? ['ns', 1];
	const value = ns / size;
	return `${value.toFixed(value >= 99.95 || size === 1 ? 0 : value >= 9.995 ? 1 : 2)} ${unit}`;
}
