export { FilterField } from './FilterField.tsx';
export { FiltersDialog } from './FiltersDialog.tsx';
