import { z } from 'zod';
import { call } from '../../base/table.ts';

export const networkInterfaceSchema = z.object({
	name: z.string(),
	/** Loopback: reaches only this machine. */
	internal: z.boolean(),
	mac: z.string(),
	addresses: z.array(
		z.object({
			address: z.string(),
			family: z.enum(['ipv4', 'ipv6']),
			netmask: z.string(),
			/** The broadcast address of an IPv4 network of more than two addresses. */
			broadcast: z.string().optional(),
		}),
	),
});
export type NetworkInterface = z.infer<typeof networkInterfaceSchema>;

export const interfaceCalls = {
	/** The interfaces of the host's machine that have addresses. */
	networkInterfaces: call('query', z.object({}), z.object({ interfaces: z.array(networkInterfaceSchema) }), []),
} as const;
