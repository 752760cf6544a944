import { decode, Encoder } from '@msgpack/msgpack';
import { LIMITS } from '../contract/base/limits.ts';
import { faultOfStructure, MAX_DEPTH } from './structure.ts';

/** A protocol violation by the peer, as a sentence; it closes the transport. */
export class ProtocolError extends Error {
	override readonly name = 'ProtocolError';
}

const decoding = {
	useBigInt64: true,
	maxStrLength: LIMITS.messageBytes,
	maxBinLength: LIMITS.messageBytes,
	maxExtLength: 0,
};
const encoding = { useBigInt64: true, ignoreUndefined: true, maxDepth: MAX_DEPTH };

/** Below this, one encoder is reused; its buffer stays about this large. */
const KEPT_BUFFER_BYTES = 1024 * 1024;
let kept = new Encoder(encoding);

/**
 * One value as MessagePack. Numbers, strings, booleans, null, bigint (64 bits), Uint8Array, arrays and plain
 * objects; keys whose value is undefined are left out. Throws RangeError when it is over LIMITS.messageBytes.
 */
export function encodeMessage(value: unknown): Uint8Array {
	const shared = kept.encodeSharedRef(value);
	const large = shared.buffer.byteLength > KEPT_BUFFER_BYTES;
	// A large buffer is handed over instead of copied: after the encoder is replaced nobody else writes to it.
	if (large) kept = new Encoder(encoding);
	const bytes = large ? shared : shared.slice();
	if (bytes.byteLength > LIMITS.messageBytes)
		throw new RangeError(`A message of ${bytes.byteLength} bytes is too large.`);
	return bytes;
}

/** Decodes the value in `bytes`; its Uint8Arrays are views of them. Throws ProtocolError for malformed input. */
export function decodeMessage(bytes: Uint8Array): unknown {
	const fault = faultOfStructure(bytes);
	if (fault !== undefined) throw new ProtocolError(fault);
	try {
		return decode(bytes, decoding);
	} catch (error) {
		throw new ProtocolError('A message is not well formed.', { cause: error });
	}
}
