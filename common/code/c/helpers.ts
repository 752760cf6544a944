import { block, type CFile } from './file.ts';

/** Sends all bytes of a stream. */
export function defineSendAll(file: CFile): void {
	file.include('stdbool.h', 'sys/socket.h');
	file.define('send_all', [
		...file.note('sendPart'),
		...block(
			'static bool send_all(int connection, const char *bytes, size_t length)',
			block(
				'while (length > 0)',
				'ssize_t sent = send(connection, bytes, length, 0);',
				block('if (sent < 0)', 'perror("send");', 'return false;'),
				'bytes += sent;',
				'length -= (size_t)sent;',
			),
			'return true;',
		),
	]);
}

/** Bytes that grow. */
export function defineBuffer(file: CFile): void {
	if (file.has('append')) return;
	file.include('string.h');
	file.top('struct buffer {', '    char *bytes;', '    size_t length;', '    size_t room;', '};', '');
	file.define(
		'append',
		block(
			'static void append(struct buffer *buffer, const char *bytes, size_t count)',
			block(
				'if (buffer->length + count > buffer->room)',
				'buffer->room = (buffer->length + count) * 2;',
				'buffer->bytes = realloc(buffer->bytes, buffer->room);',
				block('if (buffer->bytes == NULL)', 'perror("realloc");', 'exit(EXIT_FAILURE);'),
			),
			'if (count > 0) memcpy(buffer->bytes + buffer->length, bytes, count);',
			'buffer->length += count;',
		),
	);
}

/** Ends the program with the reason of the system. */
export function defineFail(file: CFile): void {
	file.define('fail', block('static void fail(const char *what)', 'perror(what);', 'exit(EXIT_FAILURE);'));
}

/** Prints bytes as text. */
export function show(bytes: string, length: string): string[] {
	return [`fwrite(${bytes}, 1, ${length}, stdout);`, "putchar('\\n');", 'fflush(stdout);'];
}
