import { LIMITS } from '../contract/base/limits.ts';
import { ProtocolError } from './codec.ts';

/** First byte of a frame: the last of its message, or more follow. */
const LAST = 0;
const MORE = 1;
const BODY_BYTES = LIMITS.frameBytes - 1;

/** Splits a message into frames. All but the last are of full size, so that a joiner can enforce it. */
export function* cutFrames(message: Uint8Array): Generator<Uint8Array> {
	let at = 0;
	do {
		const part = message.subarray(at, at + BODY_BYTES);
		at += part.byteLength;
		const frame = new Uint8Array(part.byteLength + 1);
		frame[0] = at < message.byteLength ? MORE : LAST;
		frame.set(part, 1);
		yield frame;
	} while (at < message.byteLength);
}

/**
 * Joins frames: returns the message with its last frame, else undefined. Its memory is bounded by LIMITS.messageBytes,
 * also in the number of parts, because short frames are refused unless they are the last. Throws ProtocolError.
 */
export function frameJoiner(): (frame: Uint8Array) => Uint8Array | undefined {
	let parts: Uint8Array[] = [];
	let length = 0;
	return (frame) => {
		if (frame.byteLength > LIMITS.frameBytes) throw new ProtocolError('A frame is too large.');
		const flag = frame[0];
		if (flag !== LAST && flag !== MORE) throw new ProtocolError('A frame does not begin as frames do.');
		if (flag === MORE && frame.byteLength !== LIMITS.frameBytes) {
			throw new ProtocolError('A frame that is not the last of its message is too short.');
		}
		// A plain Uint8Array, also where the transport delivers a subclass such as Node's Buffer.
		const body = new Uint8Array(frame.buffer, frame.byteOffset + 1, frame.byteLength - 1);
		length += body.byteLength;
		if (length > LIMITS.messageBytes) throw new ProtocolError('A message is too large.');
		if (flag === LAST && parts.length === 0) {
			length = 0;
			return body;
		}
		parts.push(body);
		if (flag === MORE) return undefined;
		const message = new Uint8Array(length);
		let at = 0;
		for (const part of parts) {
			message.set(part, at);
			at += part.byteLength;
		}
		parts = [];
		length = 0;
		return message;
	};
}
