import { type ComponentType, lazy, useState } from 'react';

/** A part of the window whose code is not needed for the first paint, but at once when a person opens it. */
export interface AfterFirstPaint<Props> {
	/** Loads the code; a second call does nothing. Rejects when it cannot be had: opening the part tries again. */
	load(): Promise<void>;
	/** Renders at once when the code is there, so that keys typed right after reach it; suspends until then. */
	readonly Part: ComponentType<Props>;
}

/** @param find imports the component */
export function afterFirstPaint<Props extends object>(
	find: () => Promise<ComponentType<Props>>,
): AfterFirstPaint<Props> {
	let loaded: ComponentType<Props> | undefined;
	const load = async () => {
		loaded ??= await find();
	};
	const Lazy = lazy(async () => ({ default: await find() }));
	function Part(props: Props) {
		// The same one until it is closed: another type would lose its state.
		const [{ Shown }] = useState(() => ({ Shown: loaded ?? Lazy }));
		return <Shown {...props} />;
	}
	return { load, Part };
}
