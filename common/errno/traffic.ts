import { type Meaning, meaning } from './meaning.ts';

const reset = meaning('reset', 'reset', 'probe', 'owner');
const gone = meaning('closed', 'gone', 'probe');

/** Errors while data is transferred. */
export const traffic: Readonly<Record<string, Meaning>> = {
	ECONNRESET: reset,
	ENETRESET: meaning('reset', 'ENETRESET', 'probe'),
	ECONNABORTED: meaning('reset', 'ECONNABORTED', 'probe'),
	EPIPE: gone,
	ENOTCONN: meaning('closed', 'ENOTCONN', 'probe'),
	ESHUTDOWN: meaning('closed', 'ESHUTDOWN'),
	EDISCON: meaning('closed', 'EDISCON'),
	EOF: meaning('closed', 'EOF', 'probe'),
	EDESTADDRREQ: meaning('bad-input', 'EDESTADDRREQ'),
	EMSGSIZE: meaning('too-large', 'EMSGSIZE'),
	EPROTO: meaning('reset', 'EPROTO'),
	EREMOTEIO: meaning('unreachable', 'EREMOTEIO'),
	EIO: meaning('unavailable', 'EIO', 'addresses'),
	ECANCELED: meaning('closed', 'ECANCELED'),
	EINTR: meaning('closed', 'EINTR'),
	EUSERS: meaning('unavailable', 'EUSERS'),
};
