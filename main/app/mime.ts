import { extname } from 'node:path';

/** Media types of a renderer build's files. With `nosniff` a wrong type is as bad as a missing file. */
const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webp': 'image/webp',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.wasm': 'application/wasm',
};

/** The media type of a file by its name; `application/octet-stream` for files that we do not build. */
export function mimeType(path: string): string {
	return TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
}
