import { resolve } from 'node:path';
import { type EndpointConfig, mapPaths } from '../../../common/endpoints/index.ts';

/** Where the relative paths of a config begin; undefined: in the working directory, as the system has it. */
export type PathFolder = string | undefined;

/** The path that a path in a config means. */
export function locatedPath(path: string, folder: PathFolder): string {
	return folder === undefined ? path : resolve(folder, path);
}

/** A config with the paths that those in it mean. */
export function located<Config extends EndpointConfig>(config: Config, folder: PathFolder): Config {
	return folder === undefined ? config : mapPaths(config, (path) => resolve(folder, path));
}

/** A path of a located config for people: as it was written, and where that is. */
export function pathWords(path: string, config: EndpointConfig, folder: PathFolder): string {
	let words = path;
	mapPaths(config, (written) => {
		if (written !== path && locatedPath(written, folder) === path) words = shownPath(written, path);
		return written;
	});
	return words;
}

/** A path as it was written, and where that is. */
export function shownPath(written: string, found: string): string {
	return written === found ? written : `${written} (${found})`;
}
