import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/** A part of the window whose code is in a script that is requested beside the first paint. */
export interface LaterPart<Props> {
	/** Loads the code; a second call does nothing. Rejects when it cannot be had: the next call tries again. */
	load(): Promise<void>;
	/** The part, or `ahead` until its code is there. Throws what loading failed with. */
	readonly Part: ComponentType<Props & { readonly ahead: ReactNode }>;
}

/**
 * Like `afterFirstPaint`, for what may be shown before its code is there: without a Suspense boundary, which would keep
 * its fallback for 300 ms at least.
 *
 * @param find imports the component
 */
export function laterPart<Props extends object>(find: () => Promise<ComponentType<Props>>): LaterPart<Props> {
	let loaded: { readonly Shown: ComponentType<Props> } | undefined;
	const load = async () => {
		loaded ??= { Shown: await find() };
	};
	function Part(props: Props & { readonly ahead: ReactNode }) {
		const [part, show] = useState(loaded);
		const [failure, fail] = useState<{ readonly reason: unknown }>();
		useEffect(() => {
			load().then(
				() => show(loaded),
				(reason: unknown) => fail({ reason }),
			);
		}, []);
		if (failure !== undefined) throw failure.reason;
		return part === undefined ? props.ahead : <part.Shown {...props} />;
	}
	return { load, Part };
}
