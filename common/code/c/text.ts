import { WHITE_SPACE } from '../text/white-space.ts';
import { block, type CFile } from './file.ts';
import { defineBuffer } from './helpers.ts';
import { textOf } from './literals.ts';

/** Elements of an array, so many a line. */
function rowsOf(elements: readonly string[]): string[] {
	const rows = Array.from({ length: Math.ceil(elements.length / 6) }, (_, at) => elements.slice(6 * at, 6 * at + 6));
	return rows.map((row) => `${row.join(', ')},`);
}

/** The functions that read bytes as JavaScript reads text: `struct text`, `decoded`, `trimmed`, `cut`. */
export function defineText(file: CFile): void {
	defineBuffer(file);
	file.include('stdbool.h', 'stddef.h', 'string.h');
	file.top('struct text {', '    const char *bytes;', '    size_t length;', '};', '');
	file.define('decoded', [
		...file.note('decodedUtf8'),
		...block(
			'static struct buffer decoded(const char *data, size_t length)',
			'const unsigned char *bytes = (const unsigned char *)data;',
			'struct buffer text = {0};',
			block(
				'for (size_t at = 0, read; at < length; at += read)',
				'unsigned char first = bytes[at];',
				'size_t size = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;',
				'unsigned char low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;',
				'unsigned char high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;',
				'read = 1;',
				block(
					'while (read < size && at + read < length && bytes[at + read] >= low && bytes[at + read] <= high)',
					'read++;',
					'low = 0x80;',
					'high = 0xbf;',
				),
				'if (read == size) append(&text, data + at, size);',
				'else append(&text, "\\357\\277\\275", 3);',
			),
			'return text;',
		),
	]);
	file.define('spaces', [
		...file.note('whiteSpace'),
		...block(
			'static const char *const spaces[] =',
			rowsOf(WHITE_SPACE.flat().map((code) => textOf(String.fromCharCode(code)))),
		).slice(0, -1),
		'};',
	]);
	file.define(
		'trimmed',
		block(
			'static struct text trimmed(struct text text)',
			block(
				'for (size_t n = 0; n < sizeof spaces / sizeof *spaces;)',
				'size_t size = strlen(spaces[n]);',
				'bool leads = text.length >= size && memcmp(text.bytes, spaces[n], size) == 0;',
				'bool trails = text.length >= size && memcmp(text.bytes + text.length - size, spaces[n], size) == 0;',
				'if (leads) text.bytes += size;',
				'if (leads || trails) text.length -= size;',
				'n = leads || trails ? 0 : n + 1;',
			),
			'return text;',
		),
	);
}
