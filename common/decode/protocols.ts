/** The ids of all decoders, without these: a page knows them at its start. In the order of DECODERS. */
export const PROTOCOLS = [
	'cbor',
	'coap',
	'dhcp',
	'dns',
	'grpc',
	'http',
	'json',
	'length-prefix',
	'modbus',
	'modbus-rtu',
	'mqtt',
	'msgpack',
	'ntp',
	'protobuf',
	'resp',
	'socks5',
	'stun',
	'tls',
	'websocket',
	'xml',
] as const;
export type Protocol = (typeof PROTOCOLS)[number];

const ids: ReadonlySet<string> = new Set(PROTOCOLS);

export function isProtocol(id: string): id is Protocol {
	return ids.has(id);
}
