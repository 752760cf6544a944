/** The state of a connection before any rule has changed it. */
export const FIRST_STATE = 'start';
