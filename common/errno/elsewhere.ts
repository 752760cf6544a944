const PROGRAMS = 'programs that are started';
const FILES = 'files on a disk';
const STREAMS = 'the streams of old Unix systems';
const QUEUES = 'message queues and semaphores';
const PROVIDERS = 'the network software of Windows as a whole, before any socket is made';
const CATALOGUE = 'lists of services that are searched in Windows';

/** Errors that no socket gives, and what they are about instead: of POSIX.1-2017 (System Interfaces, 2.3) and Winsock. */
export const elsewhere: Readonly<Record<string, string>> = {
	E2BIG: PROGRAMS,
	ECHILD: PROGRAMS,
	ENOEXEC: PROGRAMS,
	ESRCH: PROGRAMS,
	ETXTBSY: PROGRAMS,
	EBADMSG: STREAMS,
	ENOSTR: STREAMS,
	ETIME: STREAMS,
	ENOLINK: 'machines that share files in old Unix systems',
	EMULTIHOP: 'machines that share files in old Unix systems',
	EREMOTE: 'machines that share files in old Unix systems',
	EIDRM: QUEUES,
	ENOMSG: QUEUES,
	EBUSY: 'devices and folders in use',
	EDEADLK: 'locks',
	ENOLCK: 'locks',
	EFBIG: FILES,
	EFTYPE: FILES,
	EMLINK: FILES,
	ENOTEMPTY: FILES,
	ESPIPE: FILES,
	ESTALE: FILES,
	EXDEV: FILES,
	EILSEQ: 'characters of a text',
	ENOTTY: 'terminals',
	ERANGE: 'results of arithmetic',
	EUNATCH: 'device drivers',
	EINVALIDPROCTABLE: PROVIDERS,
	EINVALIDPROVIDER: PROVIDERS,
	EPROVIDERFAILEDINIT: PROVIDERS,
	SYSCALLFAILURE: PROVIDERS,
	SYSNOTREADY: PROVIDERS,
	VERNOTSUPPORTED: PROVIDERS,
	NOTINITIALISED: PROVIDERS,
	ENOMORE: CATALOGUE,
	E_NO_MORE: CATALOGUE,
	E_CANCELLED: CATALOGUE,
	UNKNOWN: 'what the system itself has no name for',
};
