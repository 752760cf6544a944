export { formatSocketAddress } from './address.ts';
export { fromLatin1, toAscii, toLatin1 } from './ascii.ts';
export { checksumOf } from './checksum.ts';
export { safeFileName } from './file-name.ts';
export { headerEnd } from './header-end.ts';
export { toHex } from './hex.ts';
export { hexDump } from './hex-dump.ts';
export { encodeWritten, formatBytes } from './written.ts';
