export { CompareDialog } from './CompareDialog.tsx';
export { CompareConnectionsDialog } from './connections/CompareConnectionsDialog.tsx';
