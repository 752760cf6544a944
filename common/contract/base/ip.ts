import { z } from 'zod';
import { splitZone } from '../../payload/index.ts';

const ipv4 = z.ipv4();
const ipv6 = z.ipv6();

/** An IPv4 address, or an IPv6 address that may have a zone. Which zones there are is the machine's to say. */
function isNumeric(text: string): boolean {
	const { address, zone } = splitZone(text);
	return zone === undefined
		? ipv4.safeParse(address).success || ipv6.safeParse(address).success
		: zone !== '' && ipv6.safeParse(address).success;
}

/** An address in numbers; `sentence` is for those who give something else. */
export const ipSchema = (sentence: string) => z.string(sentence).trim().refine(isNumeric, sentence);
