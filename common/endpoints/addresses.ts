import type { AddressCommand, Scheme } from './shared/command-line.ts';
import { ENDPOINT_KINDS, type EndpointKind } from './shared/kinds.ts';
import { ENDPOINTS } from './table.ts';

/** Every scheme of the command line's addresses, those with ports first. */
export const SCHEMES: readonly Scheme[] = [
	...new Set(ENDPOINT_KINDS.map((kind): Scheme => ENDPOINTS[kind].commandLine.scheme)),
].toSorted((a, b) => Number(a.place === 'path') - Number(b.place === 'path'));

/** The scheme of this name, in any case. */
export function schemeNamed(name: string): Scheme | undefined {
	return SCHEMES.find((scheme) => scheme.name === name.toLowerCase());
}

/** The kind that a command creates for an address; undefined where it creates none. `scheme`: a name of a scheme. */
export function kindFor(command: AddressCommand, scheme: string): EndpointKind | undefined {
	return ENDPOINT_KINDS.find((kind) => {
		const { commandLine } = ENDPOINTS[kind];
		return commandLine.scheme.name === scheme && commandLine.commands.includes(command);
	});
}
