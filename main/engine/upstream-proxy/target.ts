/** The destination that a proxy connects to; the proxy looks up a name. */
export interface Target {
	readonly host: string;
	readonly port: number;
}
