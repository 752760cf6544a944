import { z } from 'zod';

/** A numeric IP address and a port. With `path` it is a Unix socket; address and port are then only placeholders in the capture. */
export const socketAddressSchema = z.object({
	address: z.string(),
	port: z.number().int().min(0).max(65535),
	/** Empty for an end without a path. */
	path: z.string().optional(),
	/**
	 * The system does not report the address: the peer had gone before it was queried. Address and port are a placeholder
	 * that must not be shown.
	 */
	unknown: z.literal(true).optional(),
});
export type SocketAddress = z.infer<typeof socketAddressSchema>;

export const endpointIdSchema = z.string().min(1).max(64);
export const connectionIdSchema = z.number().int().min(1).max(0xffff_ffff);
