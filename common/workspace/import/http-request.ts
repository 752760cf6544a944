import { encodeWritten, formatBytes } from '../../payload/index.ts';

/** A request as it is sent over HTTP/1. */
export interface HttpRequest {
	readonly method: string;
	/** Path and query, as in `/a?b`. */
	readonly path: string;
	readonly version: '1.0' | '1.1';
	readonly headers: readonly (readonly [name: string, value: string])[];
	readonly body: Uint8Array;
}

/** The host as a header has it: the port only where it is not the scheme's own. */
export function hostHeader(host: string, port: number, usual: number): string {
	const name = host.includes(':') ? `[${host}]` : host;
	return port === usual ? name : `${name}:${port}`;
}

/** The bytes of a text as UTF-8; none where it has half of a surrogate pair. */
export function textBytes(text: string): Uint8Array {
	const encoded = encodeWritten({ format: 'text', text });
	return encoded.ok ? encoded.bytes : new Uint8Array(0);
}

/** The bytes of a request, written with escapes. */
export function requestText({ method, path, version, headers, body }: HttpRequest): string {
	const has = (name: string) => headers.some(([given]) => given.toLowerCase() === name);
	const { length } = body;
	const all = length > 0 && !has('content-length') ? [...headers, ['Content-Length', String(length)]] : headers;
	const head = [`${method} ${path} HTTP/${version}`, ...all.map(([name, value]) => `${name}: ${value}`)];
	return `${formatBytes(textBytes(`${head.join('\r\n')}\r\n\r\n`), 'escaped')}${formatBytes(body, 'escaped')}`;
}
