import type { z } from 'zod';
import { decodeMessage, encodeMessage, ProtocolError } from './codec.ts';
import { cutFrames, frameJoiner } from './frames.ts';
import type { Transport } from './transport.ts';

/** Whole messages over a transport: encodes, splits, joins, decodes, and validates the envelope. */
export interface Channel<Outgoing> {
	/** Throws when the message cannot be encoded or is too large; does nothing after the end. */
	send(message: Outgoing): void;
	/** Sends `bye` with the reason, if there is one, and closes. `onEnd` is not called. */
	close(reason?: string): void;
}

export interface ChannelListener<Incoming> {
	/** `bytes`: the encoded size, for receivers that limit the work in progress. */
	onMessage(message: Incoming, bytes: number): void;
	/** Called once when the transport has ended or the peer broke the protocol, with the reason where there is one. */
	onEnd(reason: string | undefined): void;
}

interface Bye {
	readonly kind: 'bye';
	readonly reason: string;
}

/** Opens a channel whose incoming messages must fit `schema`. Anything else closes the transport, with the reason. */
export function openChannel<S extends z.ZodType<{ kind: string }>, Outgoing>(
	transport: Transport,
	schema: S,
	listener: ChannelListener<z.output<S>>,
): Channel<Outgoing> {
	const join = frameJoiner();
	let ended = false;

	const transmit = (message: Outgoing | Bye): void => {
		for (const frame of cutFrames(encodeMessage(message))) transport.send(frame);
	};
	const close = (reason?: string): void => {
		if (ended) return;
		ended = true;
		if (reason !== undefined) transmit({ kind: 'bye', reason });
		transport.close();
	};
	const fail = (reason: string): void => {
		close(reason);
		listener.onEnd(reason);
	};

	const read = (bytes: Uint8Array): z.output<S> => {
		const parsed = schema.safeParse(decodeMessage(bytes));
		if (!parsed.success) throw new ProtocolError('A message is of no known kind.', { cause: parsed.error });
		return parsed.data;
	};

	// In a later microtask: a transport may deliver waiting messages at once, before our caller has the channel.
	void Promise.resolve().then(() => {
		transport.onMessage((frame) => {
			if (ended) return;
			let bytes: Uint8Array | undefined;
			let message: z.output<S>;
			try {
				bytes = join(frame);
				if (bytes === undefined) return;
				message = read(bytes);
			} catch (error) {
				if (!(error instanceof ProtocolError)) throw error;
				fail(error.message);
				return;
			}
			listener.onMessage(message, bytes.byteLength);
		});
		transport.onClose(() => {
			if (ended) return;
			ended = true;
			listener.onEnd(undefined);
		});
	});

	return {
		send: (message) => {
			if (!ended) transmit(message);
		},
		close,
	};
}
