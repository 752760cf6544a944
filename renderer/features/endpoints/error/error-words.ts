import type { ErrorInfo, PortOwner } from '../../../../common/contract/base/errors.ts';
import { words } from '../../../words/index.ts';

/** An owner in words, as far as the system reports it. `name` is that of the endpoint, when the owner is one of ours. */
export function ownerText({ endpoint, process, pid, user }: PortOwner, name: string | undefined): string {
	const { owner } = words().endpointErrors;
	if (endpoint !== undefined) return name === undefined ? owner.ours : owner.endpoint(name);
	const who = process ?? owner.process;
	if (pid !== undefined) return user === undefined ? owner.pid(who, pid) : owner.pidOfUser(who, pid, user);
	return user === undefined ? owner.noPid(who) : owner.noPidOfUser(who, user);
}

/** Our code next to the system's, as in `address-in-use · EADDRINUSE (98) · bind`. */
export function codeLine({ code, details }: ErrorInfo): string {
	const number = details.errnoNumber === undefined ? '' : ` (${details.errnoNumber})`;
	const errno = details.errno === undefined ? undefined : `${details.errno}${number}`;
	return [code, errno ?? details.tls?.code, details.syscall].filter((part) => part !== undefined).join(' · ');
}
