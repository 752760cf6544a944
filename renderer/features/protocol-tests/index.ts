export { SequencesDialog } from './TestsDialog.tsx';
