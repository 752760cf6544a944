/** Where a proxy is to connect to; a name is the proxy's to look up. */
export interface Target {
	readonly host: string;
	readonly port: number;
}
