import { InvalidArgumentError } from 'commander';
import { type UpstreamProxy, upstreamProxySchema } from '../../../../common/contract/config/upstream-proxy.ts';
import { issueFault } from '../../../../common/json/issue-text.ts';
import { addresses } from '../../../../common/words/en/cli/addresses.ts';
import { faultText, spoken } from '../terminal/language.ts';

const words = () => spoken('addresses', addresses);

const SHAPE =
	/^(?<type>socks5h?|http):\/\/(?:(?<user>[^@:]*)(?::(?<password>[^@]*))?@)?(?:\[(?<bracketed>[^\]]+)\]|(?<plain>[^:/@[\]]+)):(?<port>\d+)\/?$/i;

/** Parses a proxy URL. User and password may have escapes, as `%40` for @. */
export function parseUpstreamProxy(text: string): UpstreamProxy {
	const groups = SHAPE.exec(text)?.groups;
	if (groups === undefined) throw new InvalidArgumentError(words().upstream);
	const { type = '', user, password, bracketed, plain, port } = groups;
	const parsed = upstreamProxySchema.safeParse({
		type: type.toLowerCase().startsWith('socks5') ? 'socks5' : 'http',
		host: bracketed ?? plain,
		port: Number(port),
		...(user === undefined ? {} : { user: unescaped(user), password: unescaped(password ?? '') }),
	});
	if (parsed.success) return parsed.data;
	throw new InvalidArgumentError(faultText(issueFault(parsed.error, () => '')));
}

function unescaped(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch (error) {
		if (error instanceof URIError) throw new InvalidArgumentError(words().noEscape(text));
		throw error;
	}
}
