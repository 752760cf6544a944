export { openCapture } from './open.ts';
export { type RecoveredSegment, type RecoveryReport, recoverFolder } from './recover/index.ts';
export type { Capture, CaptureCounters, CaptureOptions } from './types.ts';
