import { InvalidArgumentError } from 'commander';
import { type UpstreamProxy, upstreamProxySchema } from '../../../../common/contract/config/upstream-proxy.ts';
import { issueText } from '../../../../common/json/issue-text.ts';

/** For the help of `--via`. */
export const UPSTREAM_PROXY_HELP =
	'upstream proxy: socks5://[USER:PASSWORD@]HOST:PORT or http://[USER:PASSWORD@]HOST:PORT';

const SHAPE =
	/^(?<type>socks5h?|http):\/\/(?:(?<user>[^@:]*)(?::(?<password>[^@]*))?@)?(?:\[(?<bracketed>[^\]]+)\]|(?<plain>[^:/@[\]]+)):(?<port>\d+)\/?$/i;

/** Parses a proxy URL. User and password may have escapes, as `%40` for @. */
export function parseUpstreamProxy(text: string): UpstreamProxy {
	const groups = SHAPE.exec(text)?.groups;
	if (groups === undefined) throw new InvalidArgumentError('It is socks5://HOST:PORT or http://HOST:PORT.');
	const { type = '', user, password, bracketed, plain, port } = groups;
	const parsed = upstreamProxySchema.safeParse({
		type: type.toLowerCase().startsWith('socks5') ? 'socks5' : 'http',
		host: bracketed ?? plain,
		port: Number(port),
		...(user === undefined ? {} : { user: unescaped(user), password: unescaped(password ?? '') }),
	});
	if (parsed.success) return parsed.data;
	throw new InvalidArgumentError(issueText(parsed.error, () => ''));
}

function unescaped(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch (error) {
		if (error instanceof URIError) throw new InvalidArgumentError(`"${text}" has a % that begins no escape.`);
		throw error;
	}
}
