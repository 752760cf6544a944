import type { FieldValue } from '../core/field.ts';
import type { Reader } from '../core/reader.ts';
import { readBinary, readFlag, readString, readVarint } from './values.ts';

/** Packets by the names of their types; `will` is the will message in CONNECT. */
type Place = string;

interface Property {
	readonly name: string;
	readonly read: (reader: Reader) => FieldValue;
	readonly places: readonly Place[];
}

const flag = (reader: Reader) => readFlag(reader, 'value');
const word = (reader: Reader) => reader.uint('value', 2);
const long = (reader: Reader) => reader.uint('value', 4);
const number = (reader: Reader) => readVarint(reader, 'value');
const text = (reader: Reader) => readString(reader, 'value');
const binary = (reader: Reader) => readBinary(reader, 'value');
const pair = (reader: Reader) => {
	const key = readString(reader, 'key');
	return `${key}=${readString(reader, 'value')}`;
};

const MESSAGE = ['PUBLISH', 'will'];
const OPENING = ['CONNECT', 'CONNACK'];
const REASONED = ['CONNACK', 'PUBACK', 'PUBREC', 'PUBREL', 'PUBCOMP', 'SUBACK', 'UNSUBACK', 'DISCONNECT', 'AUTH'];
const ANYWHERE = [...REASONED, ...MESSAGE, 'CONNECT', 'SUBSCRIBE', 'UNSUBSCRIBE'];

/** Properties by their identifiers (MQTT 5, 2.2.2.2), with the packets that may have them. */
const PROPERTIES: ReadonlyMap<number, Property> = new Map([
	[0x01, { name: 'payloadFormatIndicator', read: flag, places: MESSAGE }],
	[0x02, { name: 'messageExpiryInterval', read: long, places: MESSAGE }],
	[0x03, { name: 'contentType', read: text, places: MESSAGE }],
	[0x08, { name: 'responseTopic', read: text, places: MESSAGE }],
	[0x09, { name: 'correlationData', read: binary, places: MESSAGE }],
	[0x0b, { name: 'subscriptionIdentifier', read: number, places: ['PUBLISH', 'SUBSCRIBE'] }],
	[0x11, { name: 'sessionExpiryInterval', read: long, places: [...OPENING, 'DISCONNECT'] }],
	[0x12, { name: 'assignedClientIdentifier', read: text, places: ['CONNACK'] }],
	[0x13, { name: 'serverKeepAlive', read: word, places: ['CONNACK'] }],
	[0x15, { name: 'authenticationMethod', read: text, places: [...OPENING, 'AUTH'] }],
	[0x16, { name: 'authenticationData', read: binary, places: [...OPENING, 'AUTH'] }],
	[0x17, { name: 'requestProblemInformation', read: flag, places: ['CONNECT'] }],
	[0x18, { name: 'willDelayInterval', read: long, places: ['will'] }],
	[0x19, { name: 'requestResponseInformation', read: flag, places: ['CONNECT'] }],
	[0x1a, { name: 'responseInformation', read: text, places: ['CONNACK'] }],
	[0x1c, { name: 'serverReference', read: text, places: ['CONNACK', 'DISCONNECT'] }],
	[0x1f, { name: 'reasonString', read: text, places: REASONED }],
	[0x21, { name: 'receiveMaximum', read: word, places: OPENING }],
	[0x22, { name: 'topicAliasMaximum', read: word, places: OPENING }],
	[0x23, { name: 'topicAlias', read: word, places: ['PUBLISH'] }],
	[0x24, { name: 'maximumQos', read: flag, places: ['CONNACK'] }],
	[0x25, { name: 'retainAvailable', read: flag, places: ['CONNACK'] }],
	[0x26, { name: 'userProperty', read: pair, places: ANYWHERE }],
	[0x27, { name: 'maximumPacketSize', read: long, places: OPENING }],
	[0x28, { name: 'wildcardSubscriptionAvailable', read: flag, places: ['CONNACK'] }],
	[0x29, { name: 'subscriptionIdentifierAvailable', read: flag, places: ['CONNACK'] }],
	[0x2a, { name: 'sharedSubscriptionAvailable', read: flag, places: ['CONNACK'] }],
]);

/** Properties of MQTT 5 behind their length (2.2.2): each a group by its name, so that a filter can compare its value. */
export function readProperties(reader: Reader, group: string, place: Place): void {
	reader.group(group, () => {
		let count = 0;
		reader.within(readVarint(reader, 'length'), () => {
			while (reader.left > 0) {
				reader.tell(++count);
				const property = PROPERTIES.get(reader.peek() ?? 0);
				// What follows an unknown identifier cannot be read: its type says how long the value is.
				if (property === undefined) {
					reader.uint('id', 1, 'be', { note: { code: 'unexpected', expected: 'the identifier of a property' } });
					reader.rest('data');
				} else
					reader.group(property.name, () => {
						reader.uint('id', 1);
						if (!property.places.includes(place))
							reader.note({
								code: 'unexpected',
								expected: `a property of ${place === 'will' ? 'a will message' : place}`,
							});
						reader.tell(property.read(reader));
					});
			}
		});
	});
}
