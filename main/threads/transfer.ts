/** Values in transit to another thread, and their transferred memory. */
const moving = new WeakMap<object, readonly ArrayBuffer[]>();

/**
 * Transfers the memory of these views with `value` instead of copying it, when `value` is an answer or the data of a
 * topic. The views are empty here afterwards. Shared memory always stays shared.
 */
export function transferring<T extends object>(value: T, views: readonly ArrayBufferView[]): T {
	const buffers = new Set(views.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer));
	moving.set(value, [...buffers]);
	return value;
}

/** The transferred memory of a value. */
export function transferOf(value: unknown): readonly ArrayBuffer[] {
	return (typeof value === 'object' && value !== null && moving.get(value)) || [];
}
