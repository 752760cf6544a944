export { SequencesDialog } from './SequencesDialog.tsx';
