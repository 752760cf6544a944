import { type Meaning, meaning } from './meaning.ts';

const noBuffers = meaning('unavailable', 'noBuffers');
const noMemory = meaning('unavailable', 'noMemory');
const noRoom = meaning('unavailable', 'noRoom');

/** Exhausted resources. */
export const limits: Readonly<Record<string, Meaning>> = {
	EMFILE: meaning('unavailable', 'EMFILE'),
	ENFILE: meaning('unavailable', 'ENFILE'),
	EPROCLIM: meaning('unavailable', 'EPROCLIM'),
	ENOBUFS: noBuffers,
	ENOSR: noBuffers,
	ENOMEM: noMemory,
	ENOSPC: noRoom,
	EDQUOT: noRoom,
	ETOOMANYREFS: noRoom,
};
