/** Values that are on their way to another thread, and the memory that goes with them. */
const moving = new WeakMap<object, readonly ArrayBuffer[]>();

/**
 * Lets the memory of these views go over with `value` instead of a copy of it, when `value` is an answer or the data of a
 * topic. The views are empty here from then on. Shared memory always passes as it is.
 */
export function transferring<T extends object>(value: T, views: readonly ArrayBufferView[]): T {
	const buffers = new Set(views.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer));
	moving.set(value, [...buffers]);
	return value;
}

/** The memory that goes with a value. */
export function transferOf(value: unknown): readonly ArrayBuffer[] {
	return (typeof value === 'object' && value !== null && moving.get(value)) || [];
}
