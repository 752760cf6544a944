/** The operation that failed. */
export type Verb = 'connect to' | 'listen on' | 'bind to' | 'send to' | 'read from' | 'write to' | 'remove';

/** The failed operation, in words. */
export interface Asked {
	readonly verb: Verb;
	/** The address, the name or the path, as a person reads it: `127.0.0.1:80`. */
	readonly target: string;
	/** Of a network socket. */
	readonly port?: number | undefined;
	/** Of a Unix socket. */
	readonly path?: string | undefined;
}

/** The operation binds a socket to an address or a path. */
export function isMaking({ verb }: Pick<Asked, 'verb'>): boolean {
	return verb === 'listen on' || verb === 'bind to';
}

/** The operation opens a connection or sends data. */
export function isOutward({ verb }: Asked): boolean {
	return !isMaking({ verb }) && verb !== 'remove';
}
