/** What a script asks of its host: the first argument of each call. Numbers, since they cross most cheaply. */
export const ASK = { send: 0, end: 1, reset: 2, log: 3, timer: 4, cancel: 5, fail: 6, able: 7 } as const;

/** How the host answers: done, or why not. */
export const ANSWER = { done: 0, closed: 1, behind: 2, output: 3, timers: 4 } as const;

/**
 * The one function that a script's side is given. `connection`: its number, 0 for none. `first` and `second`: of a timer its
 * milliseconds and its key; of a cancel the key.
 */
export type Host = (ask: number, connection: number, first: number, second: number, bytes?: ArrayBuffer) => number;
