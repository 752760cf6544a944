import { type Meaning, meaning } from './meaning.ts';

const WAYS = ['addresses', 'other-family'] as const;

/** Errors while finding or reaching the other side. */
export const opening: Readonly<Record<string, Meaning>> = {
	ECONNREFUSED: meaning('refused', 'ECONNREFUSED', 'probe', 'other-family'),
	ETIMEDOUT: meaning('timeout', 'ETIMEDOUT', 'probe', 'addresses', 'other-family'),
	EHOSTUNREACH: meaning('unreachable', 'EHOSTUNREACH', ...WAYS),
	ENETUNREACH: meaning('unreachable', 'ENETUNREACH', ...WAYS),
	EHOSTDOWN: meaning('unreachable', 'EHOSTDOWN', ...WAYS),
	ENETDOWN: meaning('unreachable', 'ENETDOWN', ...WAYS),
	ENONET: meaning('unreachable', 'ENONET', ...WAYS),
	EADDRINUSE: meaning('address-in-use', 'EADDRINUSE', 'owner'),
	EADDRNOTAVAIL: meaning('address-not-available', 'EADDRNOTAVAIL', 'addresses', 'other-family'),
	EAFNOSUPPORT: meaning('address-not-available', 'EAFNOSUPPORT', 'addresses', 'other-family'),
	EACCES: meaning('not-permitted', 'EACCES', 'addresses'),
	EPERM: meaning('not-permitted', 'EPERM', 'addresses'),
	EALREADY: meaning('wrong-state', 'EALREADY'),
	EINPROGRESS: meaning('wrong-state', 'EINPROGRESS', 'probe'),
	EISCONN: meaning('wrong-state', 'EISCONN'),
	EAGAIN: meaning('unavailable', 'EAGAIN'),
	EREFUSED: meaning('name-not-found', 'EREFUSED'),
};
