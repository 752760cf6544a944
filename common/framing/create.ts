import { WirebenchError } from '../contract/errors.ts';
import { LIMITS } from '../contract/limits.ts';
import type { Framing } from '../contract/responder.ts';
import { encodeWritten } from '../payload/written.ts';
import { chunkFramer } from './chunk-framer.ts';
import { DelimiterFramer } from './delimiter-framer.ts';
import type { Framer } from './framer.ts';

const LF = new Uint8Array([0x0a]);

/** The bytes of a delimiter. Fails with `bad-input` and the path and position of the fault. */
function delimiterBytes(framing: Extract<Framing, { type: 'delimiter' }>): Uint8Array {
	const result = encodeWritten(framing.delimiter);
	const path = 'framing.delimiter';
	if (!result.ok) throw new WirebenchError('bad-input', result.message, { path, position: result.position });
	if (result.bytes.length === 0) throw new WirebenchError('bad-input', 'A delimiter has at least one byte.', { path });
	if (result.bytes.length > LIMITS.frameMessageBytes) {
		throw new WirebenchError('bad-input', 'The delimiter is longer than a message may be.', { path });
	}
	return result.bytes;
}

/** Prepares a framing: each call of the result gives a fresh framer, for one stream. Fails as `delimiterBytes` does. */
export function compileFraming(framing: Framing): () => Framer {
	if (framing.type === 'none') return () => chunkFramer;
	if (framing.type === 'line') return () => new DelimiterFramer(LF, LIMITS.frameMessageBytes, true);
	const delimiter = delimiterBytes(framing);
	return () => new DelimiterFramer(delimiter, LIMITS.frameMessageBytes, false);
}

/** A framer for one stream. */
export function createFramer(framing: Framing): Framer {
	return compileFraming(framing)();
}
