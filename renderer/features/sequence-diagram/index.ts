export { SequenceDiagramPanel } from './SequenceDiagramPanel.tsx';
