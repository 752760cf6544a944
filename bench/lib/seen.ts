/** How long something may take, and what it is, for the sentence of the error. */
interface Limit {
	readonly ms: number;
	readonly what: string;
}

/** Resolves with the first value of a topic that is wanted. */
export function seen<T>(
	subscribe: (look: (value: T) => void, fail: (error: Error) => void) => () => void,
	wanted: (value: T) => boolean,
	limit?: Limit,
): Promise<T> {
	return new Promise((resolve, reject) => {
		const end = (): void => {
			clearTimeout(timer);
			stop();
		};
		const late = ({ ms, what }: Limit): NodeJS.Timeout =>
			setTimeout(() => {
				end();
				reject(new Error(`${what}: not within ${ms / 1000} s`));
			}, ms);
		const timer = limit && late(limit);
		const stop = subscribe(
			(value) => {
				if (!wanted(value)) return;
				end();
				resolve(value);
			},
			(error) => {
				end();
				reject(error);
			},
		);
	});
}
