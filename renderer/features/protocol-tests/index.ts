export { TestsDialog } from './TestsDialog.tsx';
