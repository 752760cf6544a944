import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';

interface Pulse {
	readonly stream: Socket;
	bytesRead: number;
	buffered: number;
}

export interface Heartbeat {
	/** Watches a WebSocket over its TCP socket until it closes. */
	watch(socket: WebSocket, stream: Socket): void;
	/** The timer's work. */
	beat(): void;
	stop(): void;
}

/**
 * Pings every peer at this interval, and ends those without received data since the last ping and without sent data
 * either: a pong waits after a large payload. The timer runs only while a peer is watched.
 */
export function heartbeat(milliseconds: number): Heartbeat {
	const pulses = new Map<WebSocket, Pulse>();
	let timer: NodeJS.Timeout | undefined;

	const beat = (): void => {
		for (const [socket, pulse] of pulses) {
			const { bytesRead } = pulse.stream;
			const buffered = socket.bufferedAmount;
			if (bytesRead === pulse.bytesRead && buffered >= pulse.buffered) {
				socket.terminate();
				continue;
			}
			pulse.bytesRead = bytesRead;
			pulse.buffered = buffered;
			if (socket.readyState === socket.OPEN) socket.ping();
		}
	};
	const stop = (): void => {
		clearInterval(timer);
		timer = undefined;
	};

	return {
		watch: (socket, stream) => {
			// An impossible count: the first beat pings and ends nobody.
			pulses.set(socket, { stream, bytesRead: -1, buffered: 0 });
			timer ??= setInterval(beat, milliseconds).unref();
			socket.once('close', () => {
				pulses.delete(socket);
				if (pulses.size === 0) stop();
			});
		},
		beat,
		stop,
	};
}
