import { z } from 'zod';
import { call } from '../base/table.ts';

export const tlsCalls = {
	/** The certificate of Wirebench's own authority as PEM, created if it does not exist. `file`: where it is stored with its key. */
	tlsAuthority: call('command', z.object({}), z.object({ pem: z.string(), file: z.string().optional() }), ['tls']),
} as const;
