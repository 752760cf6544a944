import { parseSocketUrl, type SocketUrl } from './url.ts';

/** What a command takes as its address where TLS can be used, for its help. */
export const TLS_URL_HELP = 'or tls://HOST:PORT for TCP with TLS';

/** As `parseSocketUrl`; `tls://HOST:PORT` is TCP, and secure. */
export function parseStreamUrl(text: string, lowestPort: 0 | 1): { readonly url: SocketUrl; readonly secure: boolean } {
	const secure = /^tls:/i.test(text);
	return { url: parseSocketUrl(secure ? text.replace(/^tls:/i, 'tcp:') : text, lowestPort), secure };
}
