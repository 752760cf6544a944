import { addressInUse } from './address-in-use.ts';
import { cutCharacters } from './cut-characters.ts';
import { firstServer } from './first-server.ts';
import { goodbye } from './goodbye.ts';
import type { Walk } from './learner.ts';
import { namesAndFamilies } from './names-and-families.ts';
import { noAnswer } from './no-answer.ts';
import { sendIsNotSendall } from './send-is-not-sendall.ts';
import { spy } from './spy.ts';
import { stickyPackets } from './sticky-packets.ts';
import { twoClients } from './two-clients.ts';
import { udp } from './udp.ts';
import { webServer } from './web-server.ts';

/** How each lesson is gone through, by its id. */
export const WALKS: Readonly<Record<string, Walk>> = {
	'first-server': firstServer,
	'no-answer': noAnswer,
	'address-in-use': addressInUse,
	'two-clients': twoClients,
	'sticky-packets': stickyPackets,
	'send-is-not-sendall': sendIsNotSendall,
	goodbye,
	'web-server': webServer,
	udp,
	'names-and-families': namesAndFamilies,
	spy,
	'cut-characters': cutCharacters,
};
