export type { ExportCounts, ExportEnd } from './export/order.ts';
export { type ExportRun, type ExportTarget, type FollowRun, followCapture, startExport } from './exporter.ts';
export { importCapture } from './foreign/import.ts';
export { openCapture } from './open.ts';
export { checkSource, type OpenedCapture, type OpenStoredOptions, openStored } from './opening/open-stored.ts';
export type { OpeningProgress } from './opening/opener.ts';
export { type RecoveredSegment, type RecoveryReport, recoverFolder } from './recover/index.ts';
export type { Capture, CaptureCounters, CaptureOptions } from './types.ts';
