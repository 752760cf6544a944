import type { CodeAnswer } from '../description/program.ts';
import { KNOWN_TYPES } from '../text/media-types.ts';
import { block, type GoFile } from './file.ts';
import { stringOf } from './literals.ts';
import { expressionOf } from './values.ts';

function mediaType(file: GoFile): void {
	file.import('path/filepath', 'strings');
	const longest = Math.max(...KNOWN_TYPES.map(([extension]) => extension.length));
	const types = KNOWN_TYPES.map(
		([extension, type]) => `\t"${extension}":${' '.repeat(longest - extension.length + 1)}"${type}",`,
	);
	file.constant('mediaTypes', ['map[string]string{', ...types, '}']);
	file.define(
		'mediaType',
		block(
			'func mediaType(name string) string',
			block('if found, ok := mediaTypes[strings.ToLower(filepath.Ext(name))]; ok', 'return found'),
			'return "application/octet-stream"',
		),
	);
}

/** The lines of an answer with its file in `content`; nothing happens where an optional file is not there. */
export function withFile(answer: CodeAnswer, lines: readonly string[], file: GoFile): string[] {
	const { file: wanted, reply } = answer;
	if (wanted === undefined) return [...lines];
	file.import('os');
	const usesType = reply.some(({ type }) => type === 'media-type');
	if (usesType && !file.has('mediaType')) mediaType(file);
	let read: string;
	let name: string[];
	if (wanted.name === undefined) {
		const path = stringOf(wanted.path ?? '');
		name = usesType ? [`name := ${path}`] : [];
		read = `os.ReadFile(${usesType ? 'name' : path})`;
	} else {
		file.import('io/fs');
		file.define('fileNamed', [
			...file.note(wanted.path === undefined ? 'workingFolder' : 'fileNamed'),
			...block(
				'func fileNamed(name string) ([]byte, error)',
				`return fs.ReadFile(os.DirFS(${stringOf(wanted.path ?? '.')}), name)`,
			),
		]);
		name = [`name := string(${expressionOf(wanted.name, file)})`];
		read = 'fileNamed(name)';
	}
	if (wanted.optional) return [...name, ...block(`if content, err := ${read}; err == nil`, lines)];
	return [...name, `content, err := ${read}`, ...block('if err != nil', 'return err'), ...lines];
}
