export { copyRows } from './copy-rows.ts';
export { filterByCell, openRowMenu } from './row-menu.ts';
