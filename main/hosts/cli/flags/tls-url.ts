import { parseSocketUrl, type SocketUrl } from './url.ts';

/** Help text for the address of commands that support TLS. */
export const TLS_URL_HELP = 'or tls://HOST:PORT for TCP with TLS';

/** Like `parseSocketUrl`; `tls://HOST:PORT` is TCP with TLS. */
export function parseStreamUrl(text: string, lowestPort: 0 | 1): { readonly url: SocketUrl; readonly secure: boolean } {
	const secure = /^tls:/i.test(text);
	return { url: parseSocketUrl(secure ? text.replace(/^tls:/i, 'tcp:') : text, lowestPort), secure };
}
