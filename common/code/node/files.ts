import type { CodeAnswer } from '../description/program.ts';
import { KNOWN_TYPES } from '../text/media-types.ts';
import { block, type NodeFile } from './file.ts';
import { stringOf } from './literals.ts';
import { expressionOf } from './values.ts';

function mediaType(file: NodeFile): void {
	file.import('node:path', 'extname');
	const types = KNOWN_TYPES.map(([extension, type]) => `  '${extension}': '${type}',`);
	file.constant('MEDIA_TYPES', ['{', ...types, '}']);
	file.define(
		'mediaType',
		block('function mediaType(path)', "return MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';"),
	);
}

function fileNamed(path: string | undefined, file: NodeFile): void {
	if (path === undefined) file.constantNote('folder');
	file.constant('FOLDER', [path === undefined ? 'import.meta.dirname' : stringOf(path)]);
	file.import('node:fs/promises', 'readFile', 'realpath');
	file.import('node:path', 'join', 'sep');
	file.define('fileNamed', [
		...file.note('fileNamed'),
		...block(
			'async function fileNamed(name)',
			block(
				'try',
				'const path = await realpath(join(FOLDER, name));',
				'return path.startsWith(FOLDER + sep) ? { path, content: await readFile(path) } : undefined;',
			).slice(0, -1),
			block('} catch', 'return undefined;'),
		),
	]);
}

/** The expression of the file of an answer, its path and content; undefined for an answer without one. */
export function fileOf({ file: wanted, reply }: CodeAnswer, file: NodeFile): string | undefined {
	if (wanted === undefined) return undefined;
	if (reply.some(({ type }) => type === 'media-type') && !file.has('mediaType')) mediaType(file);
	if (wanted.name === undefined) {
		file.import('node:fs/promises', 'readFile');
		const path = stringOf(wanted.path ?? '');
		return `{ path: ${path}, content: await readFile(${path}) }`;
	}
	if (!file.has('fileNamed')) fileNamed(wanted.path, file);
	return `await fileNamed(${expressionOf(wanted.name, file)}.toString())`;
}
