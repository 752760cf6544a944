export { TimelineStrip } from './TimelineStrip.tsx';
