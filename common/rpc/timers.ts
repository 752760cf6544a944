/** One-shot timers, injected so that tests control the time. Handles are opaque. */
export interface Timers {
	set(callback: () => void, milliseconds: number): unknown;
	clear(handle: unknown): void;
}

// `common` compiles without Node and DOM types; every supported runtime has these two.
declare function setTimeout(callback: () => void, milliseconds: number): unknown;
declare function clearTimeout(handle: unknown): void;

export const systemTimers: Timers = {
	set: (callback, milliseconds) => setTimeout(callback, milliseconds),
	clear: (handle) => clearTimeout(handle),
};
