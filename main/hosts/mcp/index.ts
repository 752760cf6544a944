export { startMcpHost } from './host.ts';
export { isCaptureFile } from './named-file.ts';
