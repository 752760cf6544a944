/** A host and a port to connect or to send to. */
export interface PortPlace {
	readonly host: string;
	readonly port: number;
}

/** The path of a Unix socket. */
export interface PathPlace {
	readonly path: string;
}

/** Where something is sent to. */
export type Place = PortPlace | PathPlace;

/** Where an endpoint of a kind sends to. */
export interface Destination<Config> {
	/** Undefined while none is set. */
	readonly of: (config: Config) => Place | undefined;
	/** The config with another destination; unchanged where the place does not have the kind's form. */
	readonly toward: (config: Config, place: Place) => Config;
}

/** Sends to its `host` and `port`. */
export const OWN_PORT = {
	of: ({ host, port }: PortPlace): Place => ({ host, port }),
	toward: <C extends PortPlace>(config: C, place: Place): C =>
		'host' in place ? { ...config, host: place.host, port: place.port } : config,
};

/** Sends to its `path`. */
export const OWN_PATH = {
	of: ({ path }: PathPlace): Place => ({ path }),
	toward: <C extends PathPlace>(config: C, place: Place): C =>
		'path' in place ? { ...config, path: place.path } : config,
};

/** Sends to its `target`. */
export const TARGET = {
	of: ({ target }: { readonly target: PortPlace }): Place => target,
	toward: <C extends { readonly target: PortPlace }>(config: C, place: Place): C =>
		'host' in place ? { ...config, target: { host: place.host, port: place.port } } : config,
};
