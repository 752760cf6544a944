export { copyRows } from './copy-rows.ts';
export { openListingMenu } from './listing-menu.ts';
export { filterByCell, openRowMenu } from './row-menu.ts';
