/** A script's requests to its host: the first argument of each call. Numbers, the cheapest values to pass. */
export const ASK = { send: 0, end: 1, reset: 2, log: 3, timer: 4, cancel: 5, fail: 6, able: 7 } as const;

/** The host's results: done, or why not. */
export const ANSWER = { done: 0, closed: 1, behind: 2, output: 3, timers: 4 } as const;

/**
 * Converts UTF-8 to bytes of a charset by its label (`encode`: 1), or bytes of it to UTF-8 (0); undefined stands for none, both
 * ways. Throws a TypeError for another label, and for text that the charset lacks.
 */
export type Convert = (encode: 0 | 1, label: string, bytes?: ArrayBuffer) => ArrayBuffer | undefined;

/**
 * The host function for all of a script's requests. `connection`: its number, 0 for none. `first` and `second`: for
 * a timer its milliseconds and its key; for a cancel the key.
 */
export type Host = (ask: number, connection: number, first: number, second: number, bytes?: ArrayBuffer) => number;
