export { formatSocketAddress } from './address.ts';
export { fromLatin1, toAscii, toLatin1 } from './ascii.ts';
export type { Fault } from './fault.ts';
export { parseHex, toHex, toHexOffset } from './hex.ts';
export { type DumpLine, hexDump } from './hex-dump.ts';
export { decodeUtf8 } from './utf8.ts';
export { type EncodeResult, encodeWritten, formatBytes } from './written.ts';
