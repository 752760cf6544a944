import { z } from 'zod';
import { splitZone } from '../payload/index.ts';

const written = z.union([z.ipv4(), z.ipv6()]);

/** Whether a text is a whole IP address, with a zone or without: `::`, `192.0.2.1`, `fe80::1%eth0`. */
export function isAddress(text: string): boolean {
	return written.safeParse(splitZone(text).address).success;
}
