export { CapturesDialog } from './CapturesDialog.tsx';
