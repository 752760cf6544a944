import type { CodeFilter, CodePart, CodeValue } from '../description/program.ts';
import { block, type CFile } from './file.ts';
import { defineBuffer } from './helpers.ts';
import { stringOf } from './literals.ts';

function defineTime(file: CFile, name: string, format: string): void {
	file.include('time.h', 'string.h');
	file.define(
		name,
		block(
			`static void ${name}(struct buffer *buffer)`,
			'time_t now = time(NULL);',
			'char text[64];',
			format === ''
				? 'ctime_r(&now, text);'
				: `strftime(text, sizeof text, "${format}", gmtime_r(&now, &(struct tm){0}));`,
			'append(buffer, text, strcspn(text, "\\n"));',
		),
	);
}

function defineNumber(file: CFile): void {
	file.define(
		'append_number',
		block(
			'static void append_number(struct buffer *buffer, unsigned long number)',
			'char text[32];',
			'append(buffer, text, (size_t)snprintf(text, sizeof text, "%lu", number));',
		),
	);
}

/** Appends a value without its filters to `reply`; undefined where this program does not have it. */
function appended(value: CodeValue, groups: readonly number[], file: CFile): string | undefined {
	switch (value.type) {
		case 'data':
			return 'append(&reply, message->data, message->length);';
		case 'eol':
			return 'append(&reply, message->eol, message->eol_length);';
		case 'head':
			return 'append(&reply, message->head, message->head_length);';
		case 'n':
			defineNumber(file);
			return 'append_number(&reply, message->number);';
		case 'time':
			defineTime(file, 'append_time', '');
			return 'append_time(&reply);';
		case 'http-date':
			defineTime(file, 'append_http_date', '%a, %d %b %Y %H:%M:%S GMT');
			return 'append_http_date(&reply);';
		case 'size':
			defineNumber(file);
			return 'append_number(&reply, content.length);';
		case 'media-type':
			return 'append(&reply, media_type(path), strlen(media_type(path)));';
		case 'group': {
			const at = groups[value.group] ?? 0;
			return `append(&reply, message->data + found[${at}].rm_so, (size_t)(found[${at}].rm_eo - found[${at}].rm_so));`;
		}
		default:
			return undefined;
	}
}

const MAPS = {
	upper: ['ctype.h', 'buffer->bytes[at] = (char)toupper((unsigned char)buffer->bytes[at]);'],
	lower: ['ctype.h', 'buffer->bytes[at] = (char)tolower((unsigned char)buffer->bytes[at]);'],
} as const;

/** Changes the end of `reply`, from the offset `from` on; undefined for a filter that this language is not given. */
function filtered(filter: CodeFilter, file: CFile): string | undefined {
	switch (filter.type) {
		case 'upper':
		case 'lower': {
			const [header, statement] = MAPS[filter.type];
			file.include(header);
			file.define(
				`${filter.type}_case`,
				block(
					`static void ${filter.type}_case(struct buffer *buffer, size_t from)`,
					`for (size_t at = from; at < buffer->length; at++) ${statement}`,
				),
			);
			return `${filter.type}_case(&reply, from);`;
		}
		case 'reverse':
			file.define(
				'reverse',
				block(
					'static void reverse(struct buffer *buffer, size_t from)',
					block(
						'for (size_t left = from, right = buffer->length; left + 1 < right; left++)',
						'right--;',
						'char byte = buffer->bytes[left];',
						'buffer->bytes[left] = buffer->bytes[right];',
						'buffer->bytes[right] = byte;',
					),
				),
			);
			return 'reverse(&reply, from);';
		case 'unescape':
			defineUnescape(file);
			return 'unescape(&reply, from);';
		case 'length':
			return 'size_t count = reply.length - from; reply.length = from; append_number(&reply, count);';
		default:
			return undefined;
	}
}

function defineUnescape(file: CFile): void {
	file.include('ctype.h');
	file.define(
		'unescape',
		block(
			'static void unescape(struct buffer *buffer, size_t from)',
			'size_t to = from;',
			block(
				'for (size_t at = from; at < buffer->length; at++)',
				'char *text = buffer->bytes + at;',
				block(
					"if (text[0] == '%' && at + 2 < buffer->length && isxdigit((unsigned char)text[1]) && isxdigit((unsigned char)text[2]))",
					"char digits[3] = {text[1], text[2], '\\0'};",
					'buffer->bytes[to++] = (char)strtol(digits, NULL, 16);',
					'at += 2;',
				),
				'else buffer->bytes[to++] = text[0];',
			),
			'buffer->length = to;',
		),
	);
}

/** The lines that append a value with its filters to `reply`; none, and named, where C is not given it. */
export function valueLines(value: CodeValue, groups: readonly number[], file: CFile): string[] {
	defineBuffer(file);
	const line = appended(value, groups, file);
	if (value.filters.some(({ type }) => type === 'length')) defineNumber(file);
	const filters = value.filters.map((filter) => filtered(filter, file));
	if (line === undefined || filters.includes(undefined)) {
		file.omissions.add('placeholder', `{{${[value.type, ...value.filters.map(({ type }) => type)].join('|')}}}`);
		return [];
	}
	if (filters.length === 0) return [line];
	return ['{', '    size_t from = reply.length;', `    ${line}`, ...filters.map((one) => `    ${one ?? ''}`), '}'];
}

/** A call with a literal, which may go over lines. */
export function literalCall(before: string, bytes: Uint8Array): string[] {
	const lines = stringOf(bytes);
	const [only = ''] = lines;
	if (lines.length === 1) return [`${before}${only}, ${bytes.length});`];
	return [before, ...lines.map((line, at) => `    ${line}${at === lines.length - 1 ? `, ${bytes.length});` : ''}`)];
}

/** The lines that fill `reply`. */
export function replyLines(parts: readonly CodePart[], groups: readonly number[], file: CFile): string[] {
	defineBuffer(file);
	return parts.flatMap((part) =>
		part.type === 'bytes' ? literalCall('append(&reply, ', part.bytes) : valueLines(part, groups, file),
	);
}
