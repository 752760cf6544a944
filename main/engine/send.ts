import { WirebenchError } from '../../common/contract/errors.ts';
import { LIMITS } from '../../common/contract/limits.ts';
import type { EngineContext, LiveConnection } from './context.ts';
import type { EndpointRecord } from './endpoint-record.ts';
import type { SendRequest } from './types.ts';

/** The connections that a request names: at least one. */
async function targets(
	context: EngineContext,
	record: EndpointRecord,
	request: Omit<SendRequest, 'bytes'>,
): Promise<LiveConnection[]> {
	const { runner, config } = record;
	if (request.connection !== undefined) {
		const connection = context.connections.get(request.connection);
		if (connection?.endpoint === record.id) return [connection];
		throw new WirebenchError(
			'not-found',
			`${config.name} has no connection ${request.connection}: it may have closed.`,
		);
	}
	if (runner === undefined || record.status !== 'open') {
		throw new WirebenchError('wrong-state', `${config.name} is ${record.status}: start it to send from it.`);
	}
	if (runner.peer) return [await runner.peer(request.to)];
	const open = runner.targets();
	if (open.length > 0) return open;
	throw new WirebenchError('wrong-state', `${config.name} has no open connection to send on.`);
}

/** The one connection that a request names. */
export async function onlyTarget(
	context: EngineContext,
	record: EndpointRecord,
	request: Omit<SendRequest, 'bytes'>,
): Promise<LiveConnection> {
	const [only, ...others] = await targets(context, record, request);
	if (only !== undefined && others.length === 0) return only;
	const message = `${record.config.name} has ${others.length + 1} connections: say on which one.`;
	throw new WirebenchError('bad-input', message, { path: 'connection' });
}

/**
 * Sends to what a request names. One connection of several that fails does not fail the others; if all do, the first
 * error is thrown.
 */
export async function send(
	context: EngineContext,
	record: EndpointRecord,
	request: SendRequest,
): Promise<{ bytes: number; connections: number }> {
	const { bytes } = request;
	if (bytes.length > LIMITS.payloadBytes) throw new WirebenchError('too-large', 'A payload is at most 64 MiB.');
	const all = await targets(context, record, request);
	const results = await Promise.allSettled(all.map((connection) => connection.send(bytes)));
	const sent = results.filter((result) => result.status === 'fulfilled').length;
	const failure = results.find((result) => result.status === 'rejected');
	if (sent === 0 && failure) throw failure.reason;
	return { bytes: bytes.length * sent, connections: sent };
}
