import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { EngineContext } from '../core/context.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import { toWirebenchError } from '../errors/errno.ts';
import { truePathError } from '../errors/true-path-error.ts';
import { explainAddressInUse } from '../port-owner/explain.ts';
import { explainPathInUse } from '../port-owner/path-in-use.ts';

/** A host and a port of a config. */
interface BoundPort {
	readonly host: string;
	readonly port: number;
}

/** The system's error for binding to a port. */
export function portError(thrown: unknown, { host: address, port }: BoundPort): WirebenchError {
	return toWirebenchError(thrown, { verb: 'bind to', address, port, target: `${address}:${port}` });
}

/** The same; for a port in use, with its holder and a free port. */
export async function explainPort(
	thrown: unknown,
	config: BoundPort,
	protocol: 'tcp' | 'udp',
	{ bound }: EngineContext,
): Promise<WirebenchError> {
	const error = portError(thrown, config);
	if (error.code !== 'address-in-use') return error;
	// Of a name, the address that was in use.
	const { address = config.host } = error.details;
	return explainAddressInUse(error, { protocol, address, port: config.port }, bound);
}

/** The system's error for binding to a path; for one in use, with its holder. Without a path the system chooses a name. */
export async function explainPath(
	thrown: unknown,
	path: string | undefined,
	{ context: { bound, unix }, pathWords }: EndpointRecord,
): Promise<WirebenchError> {
	const at = path ?? 'a name of its own';
	const target = pathWords(at);
	const attempt = { verb: 'bind to', path: at, target } as const;
	const error = await truePathError(toWirebenchError(thrown, attempt), attempt);
	if (error.code !== 'address-in-use') return error;
	return explainPathInUse(error, at, target, bound, unix.named(at).port);
}
