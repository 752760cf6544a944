import { connect, type Socket } from 'node:net';
import type { UnixClientConfig } from '../../../common/endpoints/index.ts';
import { systemPath, unnamedEnd } from '../addresses/unix-address.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import { toWirebenchError } from '../errors/errno.ts';
import { stopped } from '../errors/stopped.ts';
import { truePathError } from '../errors/true-path-error.ts';
import type { Dial } from './stream-client.ts';

/** Connects to a path. */
export function unixDial({ path }: UnixClientConfig, { context, pathWords }: EndpointRecord): Dial {
	const target = pathWords(path);
	const remote = context.unix.named(path);
	return {
		connect: (signal, _tell, waits) => {
			waits?.('connect', target);
			return connectPath(path, target, signal);
		},
		ends: (_socket, id) => ({ local: unnamedEnd(id), remote }),
		mirrored: ({ port }) => context.bound.receiver('unix', path, port) !== undefined,
	};
}

/** The system connects at once, or returns the error. */
function connectPath(path: string, target: string, signal: AbortSignal): Promise<Socket> {
	const socket = connect({ path: systemPath(path), allowHalfOpen: true });
	return new Promise((resolve, reject) => {
		const abort = () => socket.destroy();
		const attempt = { verb: 'connect to', path, target } as const;
		const failed = (error: Error) => {
			socket.off('close', closed);
			void truePathError(toWirebenchError(error, attempt), attempt).then(reject, reject);
		};
		const closed = () => reject(stopped());
		signal.addEventListener('abort', abort, { once: true });
		socket.once('error', failed);
		socket.once('close', closed);
		socket.once('connect', () => {
			signal.removeEventListener('abort', abort);
			socket.off('error', failed);
			socket.off('close', closed);
			resolve(socket);
		});
	});
}
