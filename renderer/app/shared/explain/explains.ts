/** Buttons with an explanation. */
export const EXPLAINS = 'data-explains';
