import type { ErrorInfo, PortOwner } from '../../../common/contract/base/errors.ts';

/** An owner in words, as far as the system reports it. `name` is that of the endpoint, when the owner is one of ours. */
export function ownerText({ endpoint, process, pid, user }: PortOwner, name: string | undefined): string {
	if (endpoint !== undefined)
		return name === undefined ? 'another endpoint of this Wirebench.' : `the endpoint ${name}.`;
	const who = process ?? 'a process';
	const of = user === undefined ? '' : ` of user ${user}`;
	if (pid !== undefined) return `${who} (pid ${pid})${of}.`;
	return `${who}${of}; the system does not tell its pid.`;
}

/** Our code next to the system's, as in `address-in-use · EADDRINUSE (98) · bind`. */
export function codeLine({ code, details }: ErrorInfo): string {
	const number = details.errnoNumber === undefined ? '' : ` (${details.errnoNumber})`;
	const errno = details.errno === undefined ? undefined : `${details.errno}${number}`;
	return [code, errno ?? details.tls?.code, details.syscall].filter((part) => part !== undefined).join(' · ');
}
