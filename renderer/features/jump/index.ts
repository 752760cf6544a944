export { JumpBars } from './JumpBars.tsx';
