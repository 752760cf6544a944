import { z } from 'zod';
import { FAMILIES } from '../../../endpoints/index.ts';
import { portOwnerSchema } from '../../base/error-info.ts';
import { INPUT_SENTENCES } from '../../base/input-sentences.ts';
import { LIMITS } from '../../base/limits.ts';
import { call } from '../../base/table.ts';

/** Protocols that have ports. */
export const PORT_PROTOCOLS = ['tcp', 'udp'] as const;

const host = z.string().trim().min(1, INPUT_SENTENCES.host).max(255);
const port = z.number().int().min(1).max(65535);

/**
 * `open`: something listens. `closed`: the machine answered and refused. `filtered`: no answer, so a firewall drops the
 * packets or, over UDP, the listener is silent. `unreachable`: the system has no route, or may not use it.
 */
export const PROBE_STATES = ['open', 'closed', 'filtered', 'unreachable'] as const;
export type ProbeState = (typeof PROBE_STATES)[number];

export const probedAddressSchema = z.object({
	address: z.string(),
	state: z.enum(PROBE_STATES),
	/** Milliseconds until the result was known. */
	ms: z.number(),
	/** Node's own code, where there was one. */
	errno: z.string().optional(),
	errnoNumber: z.number().int().optional(),
});
export type ProbedAddress = z.infer<typeof probedAddressSchema>;

export const checksCalls = {
	/**
	 * Tries every address of a host: connects over TCP and closes at once, sends one empty datagram over UDP. The capture
	 * does not record it.
	 */
	probePort: call(
		'query',
		z.object({
			protocol: z.enum(PORT_PROTOCOLS),
			host,
			port,
			family: z.enum(FAMILIES).default('any'),
			/** For each address, in milliseconds. */
			timeoutMs: z.number().int().min(1).max(LIMITS.probeMs).default(3000),
		}),
		z.object({ addresses: z.array(probedAddressSchema) }),
		['name-not-found', 'address-not-available', 'unavailable', 'closed'],
	),
	/**
	 * The first port of an address of this machine, from `port` on, that nothing has bound and that is not among `avoid`;
	 * after a hundred any of the system's choice. Left out where the address has none. Nothing reserves it.
	 */
	freePort: call(
		'query',
		z.object({
			protocol: z.enum(PORT_PROTOCOLS),
			host,
			port,
			avoid: z.array(z.number().int().min(0).max(65535)).max(65_536).default([]),
		}),
		z.object({ port: z.number().int().optional() }),
		['name-not-found', 'address-not-available', 'unavailable', 'closed'],
	),
	/** Who holds a port of this machine, as far as the system reports it. A name stands for all its addresses. */
	portOwners: call(
		'query',
		z.object({ protocol: z.enum(PORT_PROTOCOLS), host, port }),
		z.object({ owners: z.array(portOwnerSchema) }),
		['name-not-found', 'address-not-available', 'unavailable', 'closed'],
	),
	/**
	 * Ends the process that holds a port of this machine (SIGTERM), and resolves when the port is free. Only a process
	 * that holds the port at that moment is ended, and never this one.
	 */
	portOwnerStop: call(
		'command',
		z.object({ protocol: z.enum(PORT_PROTOCOLS), host, port, pid: z.number().int().min(1) }),
		z.null(),
		['not-found', 'not-permitted', 'timeout', 'wrong-state', 'name-not-found', 'unavailable', 'closed'],
	),
} as const;
