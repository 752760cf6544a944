/** Called once, when the system has accepted or refused a datagram. */
export type After = (error: Error | null) => void;

/** Sends the datagrams of a peer: a socket of node:dgram, or one with the same interface. */
export interface Outlet {
	/** To the one address that it is connected to. */
	send(bytes: Uint8Array, after: After): void;
	send(bytes: Uint8Array, port: number, address: string, after: After): void;
}
