import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { isMulticast } from '../../../../common/contract/config/socket-options.ts';
import { type EndpointConfig, endpointConfigSchema, isClient, kindFor } from '../../../../common/endpoints/index.ts';
import { validated } from '../../../../common/json/validated.ts';
import { addresses } from '../../../../common/words/en/cli/addresses.ts';
import { spoken } from '../terminal/language.ts';
import type { CharsetChoice } from './charset.ts';
import { type DialFlags, dialChoices } from './dial-flags.ts';
import type { SocketUrl } from './url.ts';

const words = () => spoken('addresses', addresses);

/** How a client connects to its server, with the one relevant socket option. */
interface SendFlags extends DialFlags, CharsetChoice {
	readonly broadcast?: boolean;
}

/** The client endpoint that sends to `url`. */
export function sendConfig(url: SocketUrl, flags: SendFlags = {}): EndpointConfig {
	const dial = dialChoices(flags, url);
	const kind = kindFor('send', url.protocol);
	if (kind === undefined) throw new WirebenchError('bad-input', words().nothingSent(url.protocol));
	const name = 'send';
	const charset = flags.charset;
	if (isClient(kind)) {
		const { protocol: _, ...place } = url;
		return validated(endpointConfigSchema, { kind, name, charset, ...place, ...dial });
	}
	if ('path' in url) return validated(endpointConfigSchema, { kind, name, charset, remote: url.path });
	const { host, port } = url;
	const { localHost = '0.0.0.0', localPort = 0, family } = dial;
	// Answers from groups and whole networks have other source addresses.
	const many = flags.broadcast === true || isMulticast(host);
	return validated(endpointConfigSchema, {
		kind,
		name,
		charset,
		host: localHost,
		port: localPort,
		family,
		remote: { host, port },
		...(localPort > 0 && !many ? { options: { connected: true } } : {}),
	});
}
