import { encodeWritten, formatBytes } from '../../payload/index.ts';

/** A request as it is sent over HTTP/1. */
export interface HttpRequest {
	readonly method: string;
	/** Path and query, as in `/a?b`. */
	readonly path: string;
	readonly version: '1.0' | '1.1';
	readonly headers: readonly (readonly [name: string, value: string])[];
	readonly body: string;
}

/** The host as a header has it: the port only where it is not the scheme's own. */
export function hostHeader(host: string, port: number, usual: number): string {
	const name = host.includes(':') ? `[${host}]` : host;
	return port === usual ? name : `${name}:${port}`;
}

/** The bytes of a request, written with escapes. */
export function requestText({ method, path, version, headers, body }: HttpRequest): string {
	const content = encodeWritten({ format: 'text', text: body });
	const length = content.ok ? content.bytes.length : 0;
	const has = (name: string) => headers.some(([given]) => given.toLowerCase() === name);
	const all = length > 0 && !has('content-length') ? [...headers, ['Content-Length', String(length)]] : headers;
	const head = [`${method} ${path} HTTP/${version}`, ...all.map(([name, value]) => `${name}: ${value}`)];
	const whole = encodeWritten({ format: 'text', text: `${head.join('\r\n')}\r\n\r\n${body}` });
	return whole.ok ? formatBytes(whole.bytes, 'escaped') : '';
}
