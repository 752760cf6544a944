import { z } from 'zod';
import { splitZone } from '../../payload/index.ts';

const ipv4 = z.ipv4();
const ipv6 = z.ipv6();

/** Whether a text is a whole IPv4 address, or an IPv6 address that may have a zone. Only the machine knows which zones exist. */
export function isNumericAddress(text: string): boolean {
	const { address, zone } = splitZone(text);
	return zone === undefined
		? ipv4.safeParse(address).success || ipv6.safeParse(address).success
		: zone !== '' && ipv6.safeParse(address).success;
}

/** A numeric address; `sentence` is the error for anything else. */
export const ipSchema = (sentence: string) => z.string(sentence).trim().refine(isNumericAddress, sentence);
