import { type Meaning, meaning } from './meaning.ts';

const noName = meaning('name-not-found', 'noName', 'other-family');
const noFamily = meaning('name-not-found', 'noFamily', 'other-family');
const noAnswer = meaning('name-not-found', 'noAnswer', 'addresses');
const failed = meaning('name-not-found', 'failed', 'addresses');
const badName = meaning('bad-input', 'badName');
const badQuestion = meaning('unavailable', 'badQuestion');
const noMemory = meaning('unavailable', 'noLookupMemory');
const cancelled = meaning('closed', 'cancelled');

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
