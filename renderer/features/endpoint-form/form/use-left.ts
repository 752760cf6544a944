import { useRef, useState } from 'react';
import { isAtOrBelow } from '../draft/errors.ts';

/** What a form without a store needs to report an error only once its field was left. */
export interface Left {
	/** A field was changed; `path` is the path for an error of the change. */
	readonly changed: (path: string) => void;
	/** For the form: a field was left. */
	readonly onBlur: () => void;
	/** Whether an error at a path is shown. */
	readonly shows: (path: string) => boolean;
}

export function useLeft(): Left {
	const touched = useRef<ReadonlySet<string>>(new Set());
	const [left, setLeft] = useState(touched.current);
	return {
		changed: (path) => {
			touched.current = new Set(touched.current).add(path);
		},
		onBlur: () => setLeft(touched.current),
		shows: (path) => [...left].some((changed) => isAtOrBelow(path, changed)),
	};
}
