import { type Sample, sample } from '../testing/samples.fixture.ts';

const CLIENT = { transport: 'stream', ports: [1883], from: 'client' } as const;
const SERVER = { transport: 'stream', ports: [1883], from: 'server' } as const;

/** Packets of MQTT 3.1.1: of mosquitto_pub, mosquitto_sub and Mosquitto 2.0 unless their names say that they are made by hand. */
export const SAMPLES_3: readonly Sample[] = [
	sample('3.1.1: connect', '101000044d5154540402003c000473756232', CLIENT),
	sample(
		'3.1.1: connect with a will, user and password',
		'102600044d51545404ee003c00037075620001770004676f6e650004757365720006736563726574',
		CLIENT,
	),
	sample('3.1: connect, by hand', '10 10 0006 4d5149736470 03 02 003c 0002 6964', CLIENT),
	sample('3.1.1: connection accepted', '20020000', SERVER),
	sample('3.1.1: connection refused, by hand', '20020005', SERVER),
	sample('3.1.1: publish and disconnect', '300a0003612f3068656c6c6fe000', CLIENT),
	sample('3.1.1: publish, at least once', '330a0003612f3100016f6e65', CLIENT),
	sample('3.1.1: publish, exactly once, and the handshake of it by hand', '340a0003612f32000174776f 62020001', CLIENT),
	sample('3.1.1: a duplicate without a payload, by hand', '3a 07 0003 612f31 0005', CLIENT),
	sample('3.1.1: puback', '40020001', SERVER),
	sample('3.1.1: pubrec', '50020001', SERVER),
	sample('3.1.1: pubcomp', '70020001', SERVER),
	sample('3.1.1: subscribe to two', '820c00010003622f2b0100016301', CLIENT),
	sample('3.1.1: suback', '900400010101', SERVER),
	sample('3.1.1: unsubscribe', 'a2050002000178', CLIENT),
	sample('3.1.1: unsuback', 'b0020002', SERVER),
	sample('3.1.1: ping, by hand', 'c000', CLIENT),
	sample('3.1.1: pong, by hand', 'd000', SERVER),
];

/** Packets of MQTT 5, of the same programs. */
export const SAMPLES_5: readonly Sample[] = [
	sample('5: connect', '101900044d5154540502003c0321000300097375626d7174747635', CLIENT),
	sample(
		'5: connect with a will that has properties',
		'102e00044d5154540506003c03210014000370756212180000000503000a746578742f706c61696e0001770003627965',
		CLIENT,
	),
	sample(
		'5: connect with every property, by hand',
		`10 4e 0004 4d515454 05 02 000a 3f 11 0000003c 21 0014 27 00010000 22 0005 19 01 17 00
		26 0003 6b6579 0005 76616c7565 26 0001 6b 0001 76
		15 000d 534352414d2d5348412d323536 16 0004 01020304 0002 6964`,
		CLIENT,
	),
	sample('5: connection accepted', '200e00000b22000a27000186a0210014', SERVER),
	sample(
		'5: connection accepted with every property, by hand',
		`20 49 01 00 46 11 00000e10 21 000a 24 01 25 01 27 00100000 12 0004 61757430 22 000a 1f 0002 6f6b 26 0001 61 0001 62
		28 01 29 01 2a 00 13 001e 1a 0001 72 1c 0006 6f746865723a 15 0001 6d 16 0002 aabb`,
		SERVER,
	),
	sample('5: connection refused, by hand', '20 0a 00 87 07 1f 0004 6e6f7065', SERVER),
	sample('5: publish', '300b0003612f300068656c6c6f', CLIENT),
	sample('5: publish, at least once', '330b0003612f310001006f6e65', CLIENT),
	sample(
		'5: publish with properties and JSON',
		'34400003612f320001310300106170706c69636174696f6e2f6a736f6e0200000e100101080003722f7809000430313032260001610001622300017b226e223a327d',
		CLIENT,
	),
	sample(
		'5: two publishes',
		'320b0003612f310002006f6e65343d0003612f3200032e0300106170706c69636174696f6e2f6a736f6e0101080003722f7809000430313032260001610001620200000e107b226e223a327d',
		SERVER,
	),
	sample(
		'5: publish by its alias with subscription identifiers, by hand',
		'30 0d 0001 74 08 0b ac02 0b 01 23 0001 ff',
		SERVER,
	),
	sample('5: puback without subscribers, by hand', '40 03 0007 10', SERVER),
	sample('5: pubrec with a reason, by hand', '50 0d 0007 97 09 1f 0006 71756f746121', SERVER),
	sample('5: pubrel for an unknown packet, by hand', '62 03 0007 92', CLIENT),
	sample('5: pubcomp with a property, by hand', '70 0b 0007 92 07 26 0001 61 0001 62', SERVER),
	sample('5: subscribe', '82090001000003612f2302', CLIENT),
	sample(
		'5: subscribe with options and an identifier, by hand',
		'82 10 0001 03 0b ac02 0003 622f2b 2d 0001 63 1d',
		CLIENT,
	),
	sample('5: suback', '900400010002', SERVER),
	sample('5: suback with a refusal, by hand', '90 05 0001 00 01 8f', SERVER),
	sample('5: unsubscribe', 'a206000200000178', CLIENT),
	sample('5: unsuback', 'b00400020011', SERVER),
	sample('5: disconnect with will', 'e00104', CLIENT),
	sample('5: server moves, by hand', 'e0 0c 9d 0a 1c 0007 682e6578616d70', SERVER),
	sample('5: authentication, by hand', 'f0 0b 18 09 15 0001 6d 16 0002 aabb', SERVER),
	sample('5: re-authentication, by hand', 'f0 06 19 04 15 0001 6d', CLIENT),
];

export const SAMPLES = [...SAMPLES_3, ...SAMPLES_5];
