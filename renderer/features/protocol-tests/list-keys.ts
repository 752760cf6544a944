import { useState } from 'react';

/** Keys for the elements of a list that is edited as a whole, so that a moved one keeps its focus. */
export interface ListKeys {
	readonly keys: readonly number[];
	/** To be called with each change of the list. */
	add(): void;
	remove(at: number): void;
	move(at: number, by: 1 | -1): void;
}

export function useListKeys(length: number): ListKeys {
	const [state, setKeys] = useState<readonly number[]>([]);
	// The list may have been changed by somebody else: what is missing is new.
	const keys = Array.from({ length }, (_, at) => state[at] ?? Math.max(-1, ...state) + 1 + at);
	return {
		keys,
		add: () => setKeys([...keys, Math.max(-1, ...keys) + 1]),
		remove: (at) => setKeys(keys.toSpliced(at, 1)),
		move: (at, by) => {
			const moved = [...keys];
			moved.splice(at + by, 0, ...moved.splice(at, 1));
			setKeys(moved);
		},
	};
}
