export { CaptureMenu } from './CaptureMenu.tsx';
export { DropArea } from './DropArea.tsx';
export { Opening } from './Opening.tsx';
