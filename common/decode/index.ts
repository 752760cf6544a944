import { cbor } from './cbor/index.ts';
import { coap } from './coap/index.ts';
import { decodeAs } from './core/decode.ts';
import type { Context, Decoder } from './core/decoder.ts';
import type { Field } from './core/field.ts';
import { guesses, WORTH } from './core/guess.ts';
import { dhcp } from './dhcp/index.ts';
import { dns } from './dns/index.ts';
import { http } from './http/index.ts';
import { json } from './json/index.ts';
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

export type { Context, Decoder } from './core/decoder.ts';
export type { Field, Note } from './core/field.ts';
export { firstNote, plainFields } from './core/plain.ts';
export { fieldValueText } from './core/value-text.ts';
export { noteText } from './note-text.ts';

/** Every protocol that messages can be decoded as, in the order of their names. */
export const DECODERS: readonly Decoder[] = [
	cbor,
	coap,
	dhcp,
	dns,
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

/** A decoded message. */
export interface Decoded {
	readonly decoder: Decoder;
	/** How sure it is that the message is of this protocol: above 0, at most 1; 1 where a person has chosen it. */
	readonly sure: number;
	readonly fields: readonly Field[];
}

/** The protocol of an id; undefined for any other text. */
export function decoderOf(id: string): Decoder | undefined {
	return DECODERS.find((decoder) => decoder.id === id);
}

/** Decodes a message as what it most probably is; undefined where it looks like no protocol that is known. */
export function decodeGuessed(bytes: Uint8Array, context: Context): Decoded | undefined {
	const [best] = guesses(DECODERS, bytes, context);
	if (best === undefined || best.sure < WORTH) return undefined;
	return { ...best, fields: decodeAs(best.decoder, bytes, context) };
}

/** Decodes a message as what a person has chosen. */
export function decodeChosen(decoder: Decoder, bytes: Uint8Array, context: Context): Decoded {
	return { decoder, sure: 1, fields: decodeAs(decoder, bytes, context) };
}
