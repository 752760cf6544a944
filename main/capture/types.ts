export type { ReadCharsets, ReadProtocols } from './format/read-charsets.ts';
export type { Capture, CaptureOptions } from './live/types.ts';
export type { CaptureCounters, CaptureReading } from './read/reading.ts';
