import type { Transport } from './transport.ts';

/** Two connected in-memory transports: frames and the end arrive in order, in later microtasks. */
export function memoryTransportPair(): [Transport, Transport] {
	const a = end();
	const b = end();
	return [side(a, b), side(b, a)];
}

interface End {
	frames: Uint8Array[];
	closing: boolean;
	ended: boolean;
	scheduled: boolean;
	message: ((frame: Uint8Array) => void) | undefined;
	close: (() => void) | undefined;
}

function end(): End {
	return { frames: [], closing: false, ended: false, scheduled: false, message: undefined, close: undefined };
}

function side(own: End, peer: End): Transport {
	return {
		send: (frame) => {
			if (own.closing || own.ended) return;
			// Copied, as by every real medium.
			peer.frames.push(frame.slice());
			deliver(peer);
		},
		onMessage: (listener) => {
			own.message = listener;
			deliver(own);
		},
		onClose: (listener) => {
			own.close = listener;
			if (own.ended) void Promise.resolve().then(listener);
		},
		close: () => {
			own.frames = [];
			for (const one of [own, peer]) {
				one.closing = true;
				deliver(one);
			}
		},
	};
}

function deliver(to: End): void {
	if (to.scheduled) return;
	to.scheduled = true;
	void Promise.resolve().then(() => {
		to.scheduled = false;
		while (to.message !== undefined) {
			const frame = to.frames.shift();
			if (frame === undefined) break;
			to.message(frame);
		}
		// Frames without a listener delay the end: they were sent before it.
		if (!to.closing || to.ended || to.frames.length > 0) return;
		to.ended = true;
		to.close?.();
	});
}
