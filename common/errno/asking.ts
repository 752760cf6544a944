import { type Meaning, meaning } from './meaning.ts';

const notHere = meaning('unavailable', 'notHere', 'addresses', 'other-family');
const noOption = meaning('unavailable', 'noOption');
const noDevice = meaning('address-not-available', 'noDevice', 'addresses');
const handle = meaning('closed', 'handle');

/** Invalid system calls: a socket, an option or a path of the wrong kind. */
export const asking: Readonly<Record<string, Meaning>> = {
	EINVAL: meaning('unreachable', 'EINVAL', 'addresses'),
	EFAULT: meaning('bad-input', 'EFAULT', 'addresses'),
	EDOM: meaning('bad-input', 'EDOM'),
	EOVERFLOW: meaning('too-large', 'EOVERFLOW'),
	EBADF: handle,
	ENOTSOCK: meaning('bad-input', 'ENOTSOCK'),
	EPROTONOSUPPORT: notHere,
	ESOCKTNOSUPPORT: notHere,
	EPFNOSUPPORT: notHere,
	ENOSYS: notHere,
	EPROTOTYPE: meaning('bad-input', 'EPROTOTYPE'),
	ENOPROTOOPT: noOption,
	EOPNOTSUPP: noOption,
	ENOTSUP: noOption,
	ENODEV: noDevice,
	ENXIO: noDevice,
	ENOENT: meaning('not-found', 'ENOENT'),
	ENOTDIR: meaning('bad-input', 'ENOTDIR'),
	EISDIR: meaning('bad-input', 'EISDIR'),
	EEXIST: meaning('address-in-use', 'EEXIST'),
	ELOOP: meaning('bad-input', 'ELOOP'),
	EROFS: meaning('not-permitted', 'EROFS'),
	ENAMETOOLONG: meaning('bad-input', 'ENAMETOOLONG'),
};
