import { counted } from '../../words/counted.ts';
import type { Context, Decoder } from '../core/decoder.ts';
import { inflate } from '../core/inflate.ts';
import type { Reader } from '../core/reader.ts';
import { uintAt } from '../core/uint.ts';
import { protobuf } from '../protobuf/index.ts';
import { hasParts, PREFIX } from '../protobuf/unit.ts';

const COMPRESSED = 0x01;
/** Trailers in a body (gRPC-Web, Protocol differences vs gRPC over HTTP2). */
const TRAILERS = 0x80;
const FLAGS: ReadonlySet<number> = new Set([0, COMPRESSED, TRAILERS, TRAILERS | COMPRESSED]);

/** The fields of a message, in bytes that are read, or were made of them. */
const readMessage = (context: Context) => (reader: Reader) =>
	reader.unit(protobuf.id, () => protobuf.decode(reader, context));

/** A message with its prefix, as the bodies of gRPC have them (gRPC over HTTP2, Length-Prefixed-Message), or trailers of gRPC-Web. */
function decode(reader: Reader, context: Context): void {
	const flags = reader.bits('flags', 1, [
		['trailers', 1],
		['reserved', 6],
		['compressed', 1],
	]);
	if (flags('reserved') !== 0) reader.note({ code: 'unexpected', expected: '0, 1, 128 or 129' });
	const length = reader.uint('length', 4);
	const isCompressed = flags('compressed') === 1;
	reader.tell(flags('trailers') === 1 ? 'trailers' : isCompressed ? 'compressed message' : 'message', () =>
		counted(length, 'byte'),
	);
	reader.within(length, () => {
		if (reader.left === 0) return;
		if (isCompressed) readCompressed(reader, context);
		else if (flags('trailers') === 1) reader.text('text', reader.left);
		else {
			const at = reader.at;
			const bytes = reader.bytes.subarray(at, at + reader.left);
			reader.skip(bytes.length);
			reader.derived(bytes, readMessage(context), at);
		}
	});
}

/** The header of HTTP says how messages are compressed: nearly always with gzip. */
function readCompressed(reader: Reader, context: Context): void {
	reader.group('content', () => {
		const { bytes, stopped } = inflate(reader.rest('data'), 'gzip');
		if (stopped === 'unreadable' || stopped === 'limit') reader.note({ code: stopped });
		else if (bytes.length > 0) reader.derived(bytes, readMessage(context));
	});
}

const mayBegin: Decoder['mayBegin'] = (first, transport) => transport === 'stream' && FLAGS.has(first);

/** Prefixes whose lengths fill the bytes, with what can be a message behind one at least. */
function recognise(bytes: Uint8Array, { transport }: Context): number {
	if (transport === 'datagram') return 0;
	let looks = 0.3;
	for (let at = 0; at < bytes.length; ) {
		const flags = bytes[at] ?? 0;
		const length = uintAt(bytes, at + 1, 4);
		const content = bytes.subarray(at + PREFIX, at + PREFIX + length);
		if (!FLAGS.has(flags) || at + PREFIX > bytes.length || content.length < length) return 0;
		if (flags === 0 && length > 0) {
			if (!hasParts(content)) return 0;
			looks = 0.8;
		}
		at += PREFIX + length;
	}
	return bytes.length === 0 ? 0 : looks;
}

export const grpc: Decoder = {
	id: 'grpc',
	title: 'gRPC',
	carries: ['protobuf'],
	ports: { stream: [50051] },
	most: 0.8,
	mayBegin,
	recognise,
	decode,
};
