import { mediaTypeOf } from '../../responder/index.ts';

/** The extensions that a program knows media types of. */
export const KNOWN_TYPES: readonly (readonly [extension: string, type: string])[] = [
	'html',
	'css',
	'js',
	'json',
	'txt',
	'png',
	'jpg',
	'gif',
	'svg',
].map((name) => [`.${name}`, mediaTypeOf(`a.${name}`)]);
