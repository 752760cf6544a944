/** Shows values that change more often than a person can read. */
export interface AtMost<T> {
	/** Shows the value now, or the last one of those that follow within the time. */
	readonly show: (value: T) => void;
	/** What was not shown yet is dropped. */
	readonly stop: () => void;
}

/** Calls `use` at most once in `ms` milliseconds: at once with the first value after a pause, and always with the last one. */
export function atMost<T>(ms: number, use: (value: T) => void): AtMost<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let held: { readonly value: T } | undefined;
	const pass = (value: T): void => {
		held = undefined;
		timer = setTimeout(() => {
			timer = undefined;
			if (held !== undefined) pass(held.value);
		}, ms);
		use(value);
	};
	return {
		show: (value) => {
			if (timer === undefined) pass(value);
			else held = { value };
		},
		stop: () => clearTimeout(timer),
	};
}
