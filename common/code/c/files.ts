import type { CodeAnswer } from '../description/program.ts';
import { KNOWN_TYPES } from '../text/media-types.ts';
import { block, type CFile } from './file.ts';
import { defineBuffer } from './helpers.ts';
import { textLength, textOf } from './literals.ts';
import { valueLines } from './values.ts';

function defineMediaType(file: CFile): void {
	file.include('string.h');
	const rows = KNOWN_TYPES.map(([extension, type]) => `{${textOf(extension)}, ${textOf(type)}},`);
	file.define(
		'media_type',
		block(
			'static const char *media_type(const char *path)',
			[...block('static const char *const types[][2] =', rows).slice(0, -1), '};'],
			"const char *extension = strrchr(path, '.');",
			block(
				'for (size_t at = 0; extension != NULL && at < sizeof types / sizeof types[0]; at++)',
				'if (strcmp(extension, types[at][0]) == 0) return types[at][1];',
			),
			'return "application/octet-stream";',
		),
	);
}

function defineReadFile(file: CFile): void {
	defineBuffer(file);
	file.include('stdbool.h', 'sys/stat.h');
	file.define(
		'read_file',
		block(
			'static bool read_file(const char *path, struct buffer *content)',
			'FILE *file = fopen(path, "rb");',
			'if (file == NULL) return false;',
			'struct stat facts;',
			'bool good = fstat(fileno(file), &facts) == 0 && S_ISREG(facts.st_mode);',
			'char chunk[4096];',
			'size_t count;',
			'while (good && (count = fread(chunk, 1, sizeof chunk, file)) > 0) append(content, chunk, count);',
			'fclose(file);',
			'return good;',
		),
	);
}

/** The lines in front of an answer that set `path` and `content`, and the condition under which the file is there. */
export function fileLines({ file: wanted, reply }: CodeAnswer, groups: readonly number[], file: CFile): string[] {
	if (wanted === undefined) return [];
	if (reply.some(({ type }) => type === 'media-type')) defineMediaType(file);
	defineReadFile(file);
	if (wanted.name === undefined) {
		return [
			`const char *path = ${textOf(wanted.path ?? '')};`,
			'struct buffer content = {0};',
			'bool is_there = read_file(path, &content);',
		];
	}
	file.include('string.h');
	const folder = wanted.path === undefined ? '' : `${wanted.path}/`;
	const name = valueLines(wanted.name, groups, file).map((line) => line.replaceAll('reply', 'name'));
	return [
		...file.note(wanted.path === undefined ? 'workingFolder' : 'fileNamed'),
		'struct buffer name = {0};',
		...(folder === '' ? [] : [`append(&name, ${textOf(folder)}, ${textLength(folder)});`]),
		...name,
		'append(&name, "", 1);',
		'const char *path = name.bytes;',
		'struct buffer content = {0};',
		folder === ''
			? 'bool is_there = strlen(path) + 1 == name.length && path[0] != \'/\' && strstr(path, "..") == NULL;'
			: 'bool is_there = strlen(path) + 1 == name.length && strstr(path, "..") == NULL;',
		'is_there = is_there && read_file(path, &content);',
	];
}
