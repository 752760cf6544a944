import { z } from 'zod';
import { call } from '../base/table.ts';

export const tlsCalls = {
	/** The certificate of Wirebench's own authority as PEM, made if there is none yet. `file`: where it is kept with its key. */
	tlsAuthority: call('command', z.object({}), z.object({ pem: z.string(), file: z.string().optional() }), ['tls']),
} as const;
