/**
 * Media types by file extension, in lower case. Text types name UTF-8, which nearly all files use. `image/jpg` is what
 * many small servers send for .jpg; browsers accept it like the registered `image/jpeg`.
 */
const TYPES: Readonly<Record<string, string>> = {
	css: 'text/css; charset=utf-8',
	csv: 'text/csv; charset=utf-8',
	gif: 'image/gif',
	htm: 'text/html; charset=utf-8',
	html: 'text/html; charset=utf-8',
	ico: 'image/x-icon',
	jpeg: 'image/jpeg',
	jpg: 'image/jpg',
	js: 'text/javascript; charset=utf-8',
	json: 'application/json',
	md: 'text/markdown; charset=utf-8',
	mp3: 'audio/mpeg',
	mp4: 'video/mp4',
	pdf: 'application/pdf',
	png: 'image/png',
	svg: 'image/svg+xml',
	txt: 'text/plain; charset=utf-8',
	wasm: 'application/wasm',
	webp: 'image/webp',
	woff2: 'font/woff2',
	xml: 'application/xml',
	zip: 'application/zip',
};

/** The media type of a file by its extension; `application/octet-stream` where it is unknown. */
export function mediaTypeOf(name: string): string {
	const end = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
	return Object.hasOwn(TYPES, end) ? (TYPES[end] ?? '') : 'application/octet-stream';
}
