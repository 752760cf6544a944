/** Bytes of a page of WebAssembly's memory. */
export const PAGE_BYTES = 65_536;
/** MiB of it that the interpreter takes for itself: 5 MiB of stack, its own data, the API, and what lies unused between objects. */
export const INTERPRETER_MIB = 8;
/** Bytes of the interpreter's stack: what nests deeper is an error of the script. */
export const STACK_BYTES = 256 * 1024;
/** MiB of the thread's own stack: the interpreter's calls within calls take more of it than of theirs. */
export const THREAD_STACK_MIB = 16;
/** What a text in the log costs besides its own bytes. */
export const LOG_BYTES = 64;
/** Delayed calls that wait at once, of one connection and of all. */
export const TIMERS_EACH = 1000;
export const TIMERS_ALL = 20_000;
/** Bytes that a connection still has to send: beyond, the script is not called for it; beyond the second, it may not send on it. */
export const HOLD_BYTES = 1024 * 1024;
export const BEHIND_BYTES = 16 * 1024 * 1024;
/** Bytes and messages that all connections of an endpoint may have waiting for the script. */
export const WAITING_BYTES = 32 * 1024 * 1024;
export const WAITING_MESSAGES = 200_000;
/** How much longer than its time a call may keep its thread before that is ended, in milliseconds. */
export const PATIENCE_MS = 10_000;
/** How long a thread that is asked to end may go on with what it computes, in milliseconds. */
export const ENDING_MS = 500;
