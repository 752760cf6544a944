export { StructuresDialog } from './StructuresDialog.tsx';
