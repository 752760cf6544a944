import type { Socket } from 'node:net';
import type { Connecting } from '../../../common/contract/calls/workbench.ts';
import type { TlsClient } from '../../../common/contract/config/tls.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import type { Authority } from './authority.ts';
import type { PathWords } from './pem.ts';
import { ClientTls, type SecureTarget } from './secure-client.ts';

/** The `connect` of a Dial. */
type Connect = (
	signal: AbortSignal,
	tell: (text: string) => void,
	waits?: (call: Connecting['call'], to: string) => void,
) => Promise<Socket>;

/** The same way to connect, secured by `tls`; unchanged without it. Fails with `tls` as well. */
export function secureDial(
	connect: Connect,
	tls: TlsClient | undefined,
	target: SecureTarget,
	authority: Authority,
	words?: PathWords,
): Connect {
	if (tls === undefined) return connect;
	let prepared: Promise<ClientTls> | undefined;
	return async (signal, tell, waits) => {
		// Before connecting: the settings may be invalid.
		prepared ??= ClientTls.prepare(tls, authority, words);
		const secure = await prepared;
		const socket = await connect(signal, tell, waits);
		waits?.('do_handshake', formatSocketAddress({ address: target.host, port: target.port }));
		return secure.secure(socket, target, signal);
	};
}
