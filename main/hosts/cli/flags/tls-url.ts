import { parseSocketUrl, type SocketUrl } from './url.ts';

/** Like `parseSocketUrl`; `tls://HOST:PORT` is TCP with TLS. */
export function parseStreamUrl(text: string, lowestPort: 0 | 1): { readonly url: SocketUrl; readonly secure: boolean } {
	const secure = /^tls:/i.test(text);
	return { url: parseSocketUrl(secure ? text.replace(/^tls:/i, 'tcp:') : text, lowestPort), secure };
}
