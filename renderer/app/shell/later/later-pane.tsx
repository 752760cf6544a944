import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/** A pane whose code is in a second script, which is requested beside the first paint. */
export interface LaterPane {
	/** Loads the code; a second call does nothing. Rejects when it cannot be had: the next call tries again. */
	load(): Promise<void>;
	/** The pane, or `ahead` until its code is there. Throws what loading failed with. */
	readonly Part: ComponentType<{ readonly ahead: ReactNode }>;
}

/** @param find imports the component */
export function laterPane(find: () => Promise<ComponentType>): LaterPane {
	let loaded: { readonly Panel: ComponentType } | undefined;
	const load = async () => {
		loaded ??= { Panel: await find() };
	};
	// Without a Suspense boundary, which would keep what it shows instead for 300 ms at least.
	function Part({ ahead }: { readonly ahead: ReactNode }) {
		const [shown, show] = useState(loaded);
		const [failure, fail] = useState<{ readonly reason: unknown }>();
		useEffect(() => {
			load().then(
				() => show(loaded),
				(reason: unknown) => fail({ reason }),
			);
		}, []);
		if (failure !== undefined) throw failure.reason;
		return shown === undefined ? ahead : <shown.Panel />;
	}
	return { load, Part };
}
