export { RecordingDialog } from './RecordingDialog.tsx';
