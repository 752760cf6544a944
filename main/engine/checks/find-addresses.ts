import type { TcpClientConfig } from '../../../common/endpoints/index.ts';
import { addressesOf } from '../addresses/addresses-of.ts';
import { toWirebenchError } from '../errors/errno.ts';

/** The same as `addressesOf`. Fails with a WirebenchError. */
export async function findAddresses(host: string, family: TcpClientConfig['family']): Promise<string[]> {
	try {
		return await addressesOf(host, family);
	} catch (error) {
		throw toWirebenchError(error, { verb: 'connect to', address: host, target: host });
	}
}
