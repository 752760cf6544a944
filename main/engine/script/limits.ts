/** Bytes of a WebAssembly memory page. */
export const PAGE_BYTES = 65_536;
/** MiB that the interpreter itself uses: 5 MiB of stack, its own data, the API, and fragmentation. */
export const INTERPRETER_MIB = 8;
/**
 * Bytes of the interpreter's stack: deeper nesting is an error of the script. Nested interpreter calls use more of the
 * thread's own stack. Its default of 4 MiB is enough (2 MiB are not), and Electron does not honour another size.
 */
export const STACK_BYTES = 256 * 1024;
/** Cost of a log text besides its own bytes. */
export const LOG_BYTES = 64;
/** Maximum number of delayed calls, of one connection and of all. */
export const TIMERS_EACH = 1000;
export const TIMERS_ALL = 20_000;
/** Unsent bytes of a connection: beyond this, the script is not called for it; beyond the second, it may not send on it. */
export const HOLD_BYTES = 1024 * 1024;
export const BEHIND_BYTES = 16 * 1024 * 1024;
/** Maximum bytes and messages of all connections of an endpoint that wait for the script. */
export const WAITING_BYTES = 32 * 1024 * 1024;
export const WAITING_MESSAGES = 200_000;
/** Milliseconds beyond its time limit after which a call's thread is terminated. */
export const PATIENCE_MS = 10_000;
/** Milliseconds that a computing thread has to end on request. */
export const ENDING_MS = 500;
