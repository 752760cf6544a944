import type { CodeAnswer } from '../description/program.ts';
import { KNOWN_TYPES } from '../text/media-types.ts';
import { block, type PythonFile } from './file.ts';
import { stringOf } from './literals.ts';
import { expressionOf } from './values.ts';

function fileNamed(file: PythonFile): void {
	file.import('os');
	file.define('file_named', [
		...block(
			'def file_named(name):',
			file.doc('fileNamed'),
			block("if b'\\0' in name:", 'return None'),
			'path = (FOLDER / os.fsdecode(name)).resolve()',
			'return path if path.is_relative_to(FOLDER) and path.is_file() else None',
		),
	]);
}

function mediaType(file: PythonFile): void {
	const types = KNOWN_TYPES.map(([extension, type]) => `    '${extension}': b'${type}',`);
	file.constant('MEDIA_TYPES', ['{', ...types, '}']);
	file.define(
		'media_type',
		block('def media_type(path):', "return MEDIA_TYPES.get(path.suffix.lower(), b'application/octet-stream')"),
	);
}

/** What an answer needs for its file: the expression of its path, which is None where there is no such file. */
export function pathOf({ file: wanted, reply }: CodeAnswer, file: PythonFile): string | undefined {
	if (wanted === undefined) return undefined;
	file.from('pathlib', 'Path');
	if (reply.some(({ type }) => type === 'media-type') && !file.has('media_type')) mediaType(file);
	if (wanted.name === undefined) return `Path(${stringOf(wanted.path ?? '')})`;
	if (!file.has('file_named')) {
		const folder = wanted.path === undefined ? '__file__' : stringOf(wanted.path);
		const end = wanted.path === undefined ? '.resolve().parent' : '.resolve()';
		if (wanted.path === undefined) file.constantNote('folder');
		file.constant('FOLDER', [`Path(${folder})${end}`]);
		fileNamed(file);
	}
	return `file_named(${expressionOf(wanted.name, file)})`;
}
