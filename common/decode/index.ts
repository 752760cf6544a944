import { cbor } from './cbor/index.ts';
import { coap } from './coap/index.ts';
import type { Context, Decoder } from './core/decoder.ts';
import { type Guess, guesses, WORTH } from './core/guess.ts';
import { dhcp } from './dhcp/index.ts';
import { dns } from './dns/index.ts';
import { grpc } from './grpc/index.ts';
import { http } from './http/index.ts';
import { json } from './json/index.ts';
import { lengthPrefix } from './length-prefix/index.ts';
import { modbus } from './modbus/index.ts';
import { modbusRtu } from './modbus-rtu/index.ts';
import { mqtt } from './mqtt/index.ts';
import { msgpack } from './msgpack/index.ts';
import { ntp } from './ntp/index.ts';
import { protobuf } from './protobuf/index.ts';
import { resp } from './resp/index.ts';
import { socks5 } from './socks5/index.ts';
import { stun } from './stun/index.ts';
import { tls } from './tls/index.ts';
import { websocket } from './websocket/index.ts';
import { xml } from './xml/index.ts';

export { decodeAs } from './core/decode.ts';
export type { Context, Decoder } from './core/decoder.ts';
export type { Field, Note } from './core/field.ts';
export type { Guess } from './core/guess.ts';
export { firstNote, plainFields, plainValue } from './core/plain.ts';
export { fieldValueText } from './core/value-text.ts';
export { noteText } from './note-text.ts';

const UNWRAPPED: readonly Decoder[] = [
	cbor,
	coap,
	dhcp,
	dns,
	grpc,
	http,
	json,
	modbus,
	modbusRtu,
	mqtt,
	msgpack,
	ntp,
	protobuf,
	resp,
	socks5,
	stun,
	tls,
	websocket,
	xml,
];

/** Every protocol that messages can be decoded as, in the order of their names. */
export const DECODERS: readonly Decoder[] = [...UNWRAPPED, lengthPrefix(UNWRAPPED)].toSorted((one, other) =>
	one.id < other.id ? -1 : 1,
);

/**
 * The protocol of an id; undefined for any other text.
 * @param others decoders before the built-in ones: those of structures
 */
export function decoderOf(id: string, others: readonly Decoder[] = []): Decoder | undefined {
	const isMeant = (decoder: Decoder) => decoder.id === id;
	return others.find(isMeant) ?? DECODERS.find(isMeant);
}

/**
 * What a message most probably is, in the most probable of some contexts; undefined where it looks like no protocol that is known.
 * @param others decoders beside the built-in ones: those of structures
 */
export function guessOf(
	bytes: Uint8Array,
	contexts: readonly Context[],
	others: readonly Decoder[] = [],
): Guess | undefined {
	const [best] = contexts
		.flatMap((context) => guesses([...others, ...DECODERS], bytes, context))
		.toSorted((one, other) => other.sure - one.sure);
	return best !== undefined && best.sure >= WORTH ? best : undefined;
}
