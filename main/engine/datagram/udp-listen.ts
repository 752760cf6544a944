import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { UdpConfig } from '../../../common/endpoints/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { addressesOf } from '../addresses/addresses-of.ts';
import { toWirebenchError } from '../errors/errno.ts';
import { type BoundOptions, BoundUdp } from './udp-bound.ts';

/**
 * Binds a socket to each address of a host, all to the same port. An address of a name that this machine does not have
 * is skipped if there is another. Rejects with a WirebenchError; then none is open.
 */
export async function bindEach(
	{ host, port, family }: Pick<UdpConfig, 'host' | 'port' | 'family'>,
	options: BoundOptions,
): Promise<BoundUdp[]> {
	const open: BoundUdp[] = [];
	let absent: WirebenchError | undefined;
	for (const address of await resolve(host, port, family)) {
		const bound = new BoundUdp(address, options);
		try {
			// The others use the port that the system has chosen for the first.
			await bound.bind(open[0]?.local.port ?? port);
			open.push(bound);
		} catch (thrown) {
			await bound.close();
			const error = toWirebenchError(thrown, attemptAt(address, port));
			if (error.code !== 'address-not-available') {
				await Promise.all(open.map((one) => one.close()));
				throw error;
			}
			absent ??= error;
		}
	}
	if (absent !== undefined && open.length === 0) throw absent;
	return open;
}

async function resolve(host: string, port: number, family: UdpConfig['family']): Promise<string[]> {
	try {
		return await addressesOf(host, family);
	} catch (error) {
		throw toWirebenchError(error, attemptAt(host, port));
	}
}

function attemptAt(address: string, port: number) {
	return { verb: 'bind to', address, port, target: formatSocketAddress({ address, port }) } as const;
}
