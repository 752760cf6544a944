export { FilterField } from './FilterField.tsx';
