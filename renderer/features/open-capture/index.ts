export { CaptureMenu } from './CaptureMenu.tsx';
export { DropArea } from './DropArea.tsx';
export { OpeningStrip } from './OpeningStrip.tsx';
