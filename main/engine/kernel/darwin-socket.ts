import type { SocketCalls } from '../native/socket-calls.ts';
import { SO_RCVBUF, SO_SNDBUF, SOL_SOCKET, SOL_TCP } from '../native/socket-numbers.ts';
import { kernelNote } from '../sentences/kernel.ts';
import { parseConnectionInfo } from './connection-info.ts';
import type { Reading } from './reading.ts';
import type { Target } from './target.ts';

/** <netinet/tcp.h> and <sys/socket.h> of macOS. */
const TCP_CONNECTION_INFO = 0x106;
/** Bytes that can be read, and bytes that were written and not sent or not acknowledged. */
const SO_NREAD = 0x1020;
const SO_NWRITE = 0x1024;

/** Reads a connection or a datagram socket of this process by its number, on macOS. */
export function readDarwinSocket(calls: SocketCalls, fd: number, { kind, local }: Target): Reading {
	const number = (option: number) => calls.number(fd, SOL_SOCKET, option);
	const value =
		kind === 'stream' && local.path === undefined ? calls.option(fd, SOL_TCP, TCP_CONNECTION_INFO) : undefined;
	const info = value && parseConnectionInfo(value);
	const sizes = {
		receiveQueue: number(SO_NREAD),
		sendQueue: number(SO_NWRITE),
		sendBuffer: number(SO_SNDBUF),
		receiveBuffer: number(SO_RCVBUF),
	};
	return {
		sources: [info === undefined ? 'socket' : 'tcp-info'],
		...(info?.state && { state: info.state }),
		facts: {
			...info?.facts,
			...Object.fromEntries(Object.entries(sizes).filter(([, size]) => size !== undefined)),
		},
		notes: [kernelNote('kernelDarwinBuffers')],
	};
}
