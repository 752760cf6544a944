/** Control packets by their type (MQTT 5, 2.1.2). */
export const PACKETS: ReadonlyMap<number, string> = new Map([
	[1, 'CONNECT'],
	[2, 'CONNACK'],
	[3, 'PUBLISH'],
	[4, 'PUBACK'],
	[5, 'PUBREC'],
	[6, 'PUBREL'],
	[7, 'PUBCOMP'],
	[8, 'SUBSCRIBE'],
	[9, 'SUBACK'],
	[10, 'UNSUBSCRIBE'],
	[11, 'UNSUBACK'],
	[12, 'PINGREQ'],
	[13, 'PINGRESP'],
	[14, 'DISCONNECT'],
	[15, 'AUTH'],
]);

export const VERSIONS: ReadonlyMap<number, string> = new Map([
	[3, 'MQTT 3.1'],
	[4, 'MQTT 3.1.1'],
	[5, 'MQTT 5'],
]);

export const QOS: ReadonlyMap<number, string> = new Map([
	[0, 'at most once'],
	[1, 'at least once'],
	[2, 'exactly once'],
]);

/** When retained messages are sent (MQTT 5, 3.8.3.1). */
export const RETAIN_HANDLING: ReadonlyMap<number, string> = new Map([
	[0, 'at each subscribe'],
	[1, 'at a new subscription'],
	[2, 'not at subscribe'],
]);
