/** Return codes of CONNACK in MQTT 3.1.1 (3.2.2.3). */
export const RETURN_CODES: ReadonlyMap<number, string> = new Map([
	[0, 'connection accepted'],
	[1, 'unacceptable protocol version'],
	[2, 'identifier rejected'],
	[3, 'server unavailable'],
	[4, 'bad user name or password'],
	[5, 'not authorized'],
]);

/** Return codes of SUBACK in MQTT 3.1.1 (3.9.3). */
export const GRANTED: ReadonlyMap<number, string> = new Map([
	[0, 'granted QoS 0'],
	[1, 'granted QoS 1'],
	[2, 'granted QoS 2'],
	[0x80, 'failure'],
]);

/** Reason codes of MQTT 5 (2.4). */
const REASONS: ReadonlyMap<number, string> = new Map([
	[0x00, 'success'],
	[0x01, 'granted QoS 1'],
	[0x02, 'granted QoS 2'],
	[0x04, 'disconnect with will message'],
	[0x10, 'no matching subscribers'],
	[0x11, 'no subscription existed'],
	[0x18, 'continue authentication'],
	[0x19, 're-authenticate'],
	[0x80, 'unspecified error'],
	[0x81, 'malformed packet'],
	[0x82, 'protocol error'],
	[0x83, 'implementation specific error'],
	[0x84, 'unsupported protocol version'],
	[0x85, 'client identifier not valid'],
	[0x86, 'bad user name or password'],
	[0x87, 'not authorized'],
	[0x88, 'server unavailable'],
	[0x89, 'server busy'],
	[0x8a, 'banned'],
	[0x8b, 'server shutting down'],
	[0x8c, 'bad authentication method'],
	[0x8d, 'keep alive timeout'],
	[0x8e, 'session taken over'],
	[0x8f, 'topic filter invalid'],
	[0x90, 'topic name invalid'],
	[0x91, 'packet identifier in use'],
	[0x92, 'packet identifier not found'],
	[0x93, 'receive maximum exceeded'],
	[0x94, 'topic alias invalid'],
	[0x95, 'packet too large'],
	[0x96, 'message rate too high'],
	[0x97, 'quota exceeded'],
	[0x98, 'administrative action'],
	[0x99, 'payload format invalid'],
	[0x9a, 'retain not supported'],
	[0x9b, 'QoS not supported'],
	[0x9c, 'use another server'],
	[0x9d, 'server moved'],
	[0x9e, 'shared subscriptions not supported'],
	[0x9f, 'connection rate exceeded'],
	[0xa0, 'maximum connect time'],
	[0xa1, 'subscription identifiers not supported'],
	[0xa2, 'wildcard subscriptions not supported'],
]);

/** What 0 means in the packets where it has a name of its own. */
const ZERO: ReadonlyMap<string, string> = new Map([
	['SUBACK', 'granted QoS 0'],
	['DISCONNECT', 'normal disconnection'],
]);

/** The meaning of a reason code in a packet of MQTT 5. */
export function reasonIn(packet: string): (code: number) => string | undefined {
	return (code) => (code === 0 ? ZERO.get(packet) : undefined) ?? REASONS.get(code);
}
