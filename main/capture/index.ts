export { openCapture } from './open.ts';
export type { Capture, CaptureCounters, CaptureOptions } from './types.ts';
