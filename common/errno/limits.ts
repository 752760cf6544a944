import { type Meaning, meaning } from './meaning.ts';

const noBuffers = meaning(
	'unavailable',
	'The system has no buffer space left.',
	'Wait a moment, send less at once, or close some connections.',
);
const noMemory = meaning(
	'unavailable',
	'The system has no memory left for this socket.',
	'Close some connections or programs, then try again.',
);
const noRoom = meaning(
	'unavailable',
	({ target }) => `There is no room for ${target}: the disk, the quota or a table of the system is full.`,
	'Free some space, or leave some groups and close some sockets.',
);

/** Exhausted resources. */
export const limits: Readonly<Record<string, Meaning>> = {
	EMFILE: meaning(
		'unavailable',
		'This process may open no more sockets and files.',
		'Close some connections, or raise the limit of open files (ulimit -n) before Wirebench is started.',
	),
	ENFILE: meaning(
		'unavailable',
		'The whole system may open no more sockets and files.',
		'Close programs or connections, or raise the limit of the system (Linux: sysctl fs.file-max).',
	),
	EPROCLIM: meaning('unavailable', 'Too many programs use the network at once.', 'Close some of them, then try again.'),
	ENOBUFS: noBuffers,
	ENOSR: noBuffers,
	ENOMEM: noMemory,
	ENOSPC: noRoom,
	EDQUOT: noRoom,
	ETOOMANYREFS: noRoom,
};
