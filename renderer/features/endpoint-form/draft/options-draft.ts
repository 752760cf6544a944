import type { MulticastGroup, SocketOption, SocketOptions } from '../../../../common/contract/config/socket-options.ts';
import { type EndpointKind, traitsOf } from '../../../../common/endpoints/index.ts';

/** Socket options while they are edited; an empty text or an unticked box keeps the system's default. */
export interface OptionsDraft {
	readonly reuseAddress: boolean;
	readonly reusePort: boolean;
	readonly ipv6Only: boolean;
	readonly connected: 'auto' | 'yes' | 'no';
	readonly keepAliveMs: string;
	readonly idleTimeoutMs: string;
	readonly resetOnClose: boolean;
	readonly receiveBuffer: string;
	readonly sendBuffer: string;
	readonly ttl: string;
	readonly broadcast: boolean;
	readonly multicastTtl: string;
	readonly multicastLoopback: boolean;
	readonly multicastInterface: string;
	readonly groups: readonly GroupDraft[];
}

export interface GroupDraft {
	/** Identifies groups while others are removed. */
	readonly key: number;
	readonly group: string;
	readonly interface: string;
	readonly source: string;
}

let lastKey = 0;

export function newGroup(group: Partial<MulticastGroup> = {}): GroupDraft {
	lastKey += 1;
	return { key: lastKey, group: group.group ?? '', interface: group.interface ?? '', source: group.source ?? '' };
}

export function optionsDraft(options: SocketOptions): OptionsDraft {
	const text = (value: number | undefined) => (value === undefined ? '' : String(value));
	return {
		reuseAddress: options.reuseAddress ?? false,
		reusePort: options.reusePort ?? false,
		ipv6Only: options.ipv6Only ?? false,
		connected: options.connected === undefined ? 'auto' : options.connected ? 'yes' : 'no',
		keepAliveMs: text(options.keepAliveMs),
		idleTimeoutMs: text(options.idleTimeoutMs),
		resetOnClose: options.resetOnClose ?? false,
		receiveBuffer: text(options.receiveBuffer),
		sendBuffer: text(options.sendBuffer),
		ttl: text(options.ttl),
		broadcast: options.broadcast ?? false,
		multicastTtl: text(options.multicastTtl),
		multicastLoopback: options.multicastLoopback ?? true,
		multicastInterface: options.multicastInterface ?? '',
		groups: (options.groups ?? []).map(newGroup),
	};
}

/** The input for the kind's schema; undefined where nothing is set. */
export function optionsInput(kind: EndpointKind, draft: OptionsDraft): Readonly<Record<string, unknown>> | undefined {
	const ticked = (on: boolean) => on || undefined;
	const number = (text: string) => {
		if (text.trim() === '') return undefined;
		return /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
	};
	const groups = draft.groups.map(({ group, interface: on, source }) => ({
		group: group.trim(),
		...(on.trim() === '' ? {} : { interface: on.trim() }),
		...(source.trim() === '' ? {} : { source: source.trim() }),
	}));
	const all: Readonly<Record<SocketOption, unknown>> = {
		backlog: undefined,
		connectTimeoutMs: undefined,
		noDelay: undefined,
		reuseAddress: ticked(draft.reuseAddress),
		reusePort: ticked(draft.reusePort),
		ipv6Only: ticked(draft.ipv6Only),
		connected: draft.connected === 'auto' ? undefined : draft.connected === 'yes',
		keepAliveMs: number(draft.keepAliveMs),
		idleTimeoutMs: number(draft.idleTimeoutMs),
		resetOnClose: ticked(draft.resetOnClose),
		receiveBuffer: number(draft.receiveBuffer),
		sendBuffer: number(draft.sendBuffer),
		ttl: number(draft.ttl),
		broadcast: ticked(draft.broadcast),
		multicastTtl: number(draft.multicastTtl),
		multicastLoopback: draft.multicastLoopback ? undefined : false,
		multicastInterface: draft.multicastInterface.trim() === '' ? undefined : draft.multicastInterface.trim(),
		groups: groups.length === 0 ? undefined : groups,
	};
	const names: readonly string[] = traitsOf(kind).options;
	const set = Object.entries(all).filter(([name, value]) => value !== undefined && names.includes(name));
	return set.length === 0 ? undefined : Object.fromEntries(set);
}
