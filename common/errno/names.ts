import { type Meaning, meaning } from './meaning.ts';

const WRITE = 'or write the address in numbers';

const noName = meaning(
	'name-not-found',
	({ target }) => `The name of ${target} has no address (EAI_NONAME).`,
	`Check the spelling, ${WRITE}.`,
	'other-family',
);
const noFamily = meaning(
	'name-not-found',
	({ target }) => `The name of ${target} has no address of the kind that was asked for.`,
	`Try the other kind of address (IPv4, IPv6), ${WRITE}.`,
	'other-family',
);
const noAnswer = meaning(
	'name-not-found',
	({ target }) => `The name server did not answer in time when asked for ${target}.`,
	'Check the network connection and the name server of this machine, and try again.',
	'addresses',
);
const failed = meaning(
	'name-not-found',
	({ target }) => `The name server failed when asked for ${target}.`,
	`Try again later, use another name server, ${WRITE}.`,
	'addresses',
);
const badName = meaning(
	'bad-input',
	({ target }) => `${target} is not a name that can be looked up.`,
	'A name has parts of at most 63 letters, digits and hyphens, with dots between.',
);
const badQuestion = meaning(
	'unavailable',
	({ target }) => `The resolver of this system did not take the question for ${target}.`,
	`Look into the resolver’s settings (/etc/resolv.conf, /etc/nsswitch.conf), ${WRITE}.`,
);
const noMemory = meaning(
	'unavailable',
	({ target }) => `There was no memory to look up ${target}.`,
	'Close some programs, then try again.',
);
const cancelled = meaning(
	'closed',
	({ target }) => `Looking up ${target} was given up.`,
	'Start it again if that was not meant.',
);

/** Name-lookup errors of getaddrinfo (RFC 3493, 6.1; libuv's and Winsock's additions) and c-ares. */
export const names: Readonly<Record<string, Meaning>> = {
	ENOTFOUND: noName,
	EAI_NONAME: noName,
	ENONAME: noName,
	HOST_NOT_FOUND: noName,
	EAI_NODATA: noFamily,
	ENODATA: noFamily,
	EAI_ADDRFAMILY: noFamily,
	EAI_FAMILY: noFamily,
	EBADFAMILY: noFamily,
	EAI_AGAIN: noAnswer,
	ETIMEOUT: noAnswer,
	TRY_AGAIN: noAnswer,
	EAI_FAIL: failed,
	ESERVFAIL: failed,
	ENOTIMP: failed,
	EBADRESP: failed,
	NO_RECOVERY: failed,
	EBADNAME: badName,
	EBADSTR: badName,
	EAI_OVERFLOW: badName,
	ECHARSET: badName,
	EAI_BADFLAGS: badQuestion,
	EAI_BADHINTS: badQuestion,
	EAI_PROTOCOL: badQuestion,
	EAI_SERVICE: badQuestion,
	EAI_SOCKTYPE: badQuestion,
	EBADFLAGS: badQuestion,
	EBADHINTS: badQuestion,
	EBADQUERY: badQuestion,
	EFORMERR: badQuestion,
	EFILE: badQuestion,
	ENOTINITIALIZED: badQuestion,
	ELOADIPHLPAPI: badQuestion,
	EADDRGETNETWORKPARAMS: badQuestion,
	SERVICE_NOT_FOUND: badQuestion,
	TYPE_NOT_FOUND: badQuestion,
	EAI_MEMORY: noMemory,
	ENOMEMORY: noMemory,
	EAI_CANCELED: cancelled,
	ECANCELLED: cancelled,
	EDESTRUCTION: cancelled,
};
