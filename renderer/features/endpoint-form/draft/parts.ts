import type { Numbering } from '../../../../common/contract/config/numbering.ts';
import type {
	AfterPeerEnd,
	EndpointConfig,
	Place,
	Reconnect,
	Serve,
	TcpClientConfig,
} from '../../../../common/endpoints/index.ts';
import { numberOf, textOf, type UncheckedFields } from './numbers.ts';

// Parts of drafts that several kinds have. Numbers are the characters as typed, and switched-off parts keep their text.

/** The name of an endpoint. */
export interface NameDraft {
	readonly name: string;
}

/** A host and a port. */
export interface HostDraft {
	readonly host: string;
	readonly port: string;
}

export function hostDraft({ host, port }: { readonly host: string; readonly port: number }): HostDraft {
	return { host, port: String(port) };
}

export function hostInput({ host, port }: HostDraft) {
	return { host, port: numberOf(port) };
}

/** Where a host and a port lead; undefined while they are incomplete. */
export function placeOf(host: string, port: string): Place | undefined {
	const number = portOf(port);
	return host.trim() === '' || number === undefined ? undefined : { host: host.trim(), port: number };
}

/** A port as typed; undefined for none, for 0, and for anything else. */
export function portOf(text: string): number | undefined {
	const number = numberOf(text) ?? 0;
	return Number.isInteger(number) && number > 0 && number <= 65_535 ? number : undefined;
}

/** The path of a Unix socket. */
export interface PathDraft {
	readonly path: string;
}

/** Which address families of a host name are used. */
export interface FamilyDraft {
	readonly family: TcpClientConfig['family'];
}

/** For datagrams: left out for any family. */
export function familyInput({ family }: FamilyDraft) {
	return family === 'any' ? {} : { family };
}

/** Time limit of each address. */
export interface ConnectDraft extends FamilyDraft {
	readonly connectTimeoutMs: string;
}

export function connectDraft({ family, connectTimeoutMs }: Pick<TcpClientConfig, keyof ConnectDraft>): ConnectDraft {
	return { family, connectTimeoutMs: String(connectTimeoutMs) };
}

export function connectInput({ family, connectTimeoutMs }: ConnectDraft) {
	return { family, connectTimeoutMs: numberOf(connectTimeoutMs) };
}

/** The local end of a client; empty: the system chooses. */
export interface LocalDraft {
	readonly localHost: string;
	readonly localPort: string;
}

export function localDraft({ localHost, localPort }: Pick<TcpClientConfig, 'localHost' | 'localPort'>): LocalDraft {
	return { localHost: localHost ?? '', localPort: String(localPort) };
}

export function localInput({ localHost, localPort }: LocalDraft) {
	return { localHost: textOf(localHost), localPort: numberOf(localPort) };
}

/** Whether and how a client reconnects. */
export interface ReconnectDraft {
	/** Whether the other fields apply. */
	readonly reconnects: boolean;
	readonly firstMs: string;
	readonly maxMs: string;
	readonly attempts: string;
}

export function reconnectDraft(reconnect: Reconnect | undefined): ReconnectDraft {
	const { firstMs = 1000, maxMs = 30_000, attempts = 0 } = reconnect ?? {};
	return {
		reconnects: reconnect !== undefined,
		firstMs: String(firstMs),
		maxMs: String(maxMs),
		attempts: String(attempts),
	};
}

export function reconnectInput(draft: ReconnectDraft): UncheckedFields<Reconnect> | undefined {
	if (!draft.reconnects) return undefined;
	return { firstMs: numberOf(draft.firstMs), maxMs: numberOf(draft.maxMs), attempts: numberOf(draft.attempts) };
}

/** The accept queue of a server. */
export interface BacklogDraft {
	readonly backlog: string;
}

export function backlogDraft({ backlog }: { readonly backlog: number }): BacklogDraft {
	return { backlog: String(backlog) };
}

export function backlogInput({ backlog }: BacklogDraft) {
	return { backlog: numberOf(backlog) };
}

/** Nagle's algorithm off. */
export interface NoDelayDraft {
	readonly noDelay: boolean;
}

/** How a server serves its clients. */
export interface ServeDraft {
	readonly serve: Serve;
}

/** What follows the peer's FIN. */
export interface PeerEndDraft {
	readonly afterPeerEnd: AfterPeerEnd;
}

/** The matched numbered messages; undefined for none. No field shows it: it is kept. */
export interface LossReportDraft {
	readonly ledger: Numbering | undefined;
}

/** The remote of a socket: both empty for none. */
export interface RemoteDraft {
	readonly remoteHost: string;
	readonly remotePort: string;
}

export function remoteDraft(remote: { readonly host: string; readonly port: number } | undefined): RemoteDraft {
	return { remoteHost: remote?.host ?? '', remotePort: remote === undefined ? '' : String(remote.port) };
}

export function remoteInput({ remoteHost, remotePort }: RemoteDraft) {
	const without = remoteHost.trim() === '' && remotePort.trim() === '';
	return without ? undefined : { host: remoteHost, port: numberOf(remotePort) };
}

/** Any draft: its kind and its name. */
export interface AnyDraft extends NameDraft {
	readonly kind: EndpointConfig['kind'];
	/** A label as typed; empty or left out: UTF-8. */
	readonly charset?: string | undefined;
}
