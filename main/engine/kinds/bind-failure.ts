import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { EngineContext } from '../core/context.ts';
import { toWirebenchError } from '../errors/errno.ts';
import { truePathError } from '../errors/true-path-error.ts';
import { explainAddressInUse } from '../port-owner/explain.ts';
import { explainPathInUse } from '../port-owner/path-in-use.ts';

/** A host and a port as a config has them. */
interface BoundPort {
	readonly host: string;
	readonly port: number;
}

/** What the system says of binding to a port. */
export function portError(thrown: unknown, { host: address, port }: BoundPort): WirebenchError {
	return toWirebenchError(thrown, { verb: 'bind to', address, port, target: `${address}:${port}` });
}

/** The same; of a port in use, who holds it and which one is free. */
export async function explainPort(
	thrown: unknown,
	config: BoundPort,
	protocol: 'tcp' | 'udp',
	{ bound }: EngineContext,
): Promise<WirebenchError> {
	const error = portError(thrown, config);
	if (error.code !== 'address-in-use') return error;
	// Of a name, the one of its addresses that was taken.
	const { address = config.host } = error.details;
	return explainAddressInUse(error, { protocol, address, port: config.port }, bound);
}

/** What the system says of binding to a path; of one in use, who holds it. Without a path the system chooses a name. */
export async function explainPath(
	thrown: unknown,
	path: string | undefined,
	{ bound, unix }: EngineContext,
): Promise<WirebenchError> {
	const target = path ?? 'a name of its own';
	const attempt = { verb: 'bind to', path: target, target } as const;
	const error = await truePathError(toWirebenchError(thrown, attempt), attempt);
	if (error.code !== 'address-in-use') return error;
	return explainPathInUse(error, target, bound, unix.named(target).port);
}
