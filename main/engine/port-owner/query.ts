/** Which port somebody else holds. */
export interface PortQuery {
	readonly protocol: 'tcp' | 'udp';
	/** The numeric address that could not be bound. */
	readonly address: string;
	readonly port: number;
}
