import type { CodeStep, CodeTask } from '../description/program.ts';
import { defineServe } from './conversation.ts';
import { block, type CFile } from './file.ts';
import { defineSendAll, show } from './helpers.ts';
import { connectedToAny, NO_SIGNAL, optionLines, resolved, unixAddress } from './sockets.ts';
import { literalCall } from './values.ts';

type Client = Exclude<CodeTask, { type: 'serve' | 'ask' }>;

function stepLines(step: CodeStep, file: CFile): string[] {
	switch (step.type) {
		case 'send':
			defineSendAll(file);
			return literalCall('send_all(connection, ', step.bytes);
		case 'receive':
			defineExpect(file);
			return literalCall('expect(connection, ', step.bytes);
		case 'receive-end':
			return block(
				'for (char byte; recv(connection, &byte, 1, 0) > 0;)',
				'fputs("expected the end, received more\\n", stderr);',
				'return EXIT_FAILURE;',
			);
		case 'receive-all':
			return [
				...file.note('untilEnd'),
				'char bytes[65536];',
				'ssize_t received;',
				'while ((received = recv(connection, bytes, sizeof bytes, 0)) > 0) fwrite(bytes, 1, (size_t)received, stdout);',
			];
		case 'wait':
			file.include('unistd.h');
			return [`usleep(${step.ms} * 1000);`];
		case 'end':
			return [...file.note('half'), 'shutdown(connection, SHUT_WR);'];
	}
}

function defineExpect(file: CFile): void {
	file.include('string.h', 'sys/socket.h');
	file.define('expect', [
		...file.note('expect'),
		...block(
			'static void expect(int connection, const char *expected, size_t length)',
			'char *bytes = malloc(length);',
			file.note('waitAll'),
			'ssize_t received = bytes == NULL ? -1 : recv(connection, bytes, length, MSG_WAITALL);',
			block(
				'if (received != (ssize_t)length || memcmp(bytes, expected, length) != 0)',
				'fprintf(stderr, "expected other bytes than these %zd:\\n", received);',
				'if (received > 0) fwrite(bytes, 1, (size_t)received, stderr);',
				'exit(EXIT_FAILURE);',
			),
			show('bytes', 'length'),
			'free(bytes);',
		),
	]);
}

function typed(file: CFile): string[] {
	file.include('string.h', 'sys/socket.h');
	defineSendAll(file);
	return [
		'char *line = NULL;',
		'size_t room = 0;',
		...block(
			'while (getline(&line, &room, stdin) > 0)',
			'char bytes[65536];',
			'size_t length = strcspn(line, "\\n");',
			file.note('emptyLine'),
			'if (length == 0) continue;',
			'if (!send_all(connection, line, length)) break;',
			'ssize_t received = recv(connection, bytes, sizeof bytes, 0);',
			'if (received <= 0) break;',
			show('bytes', '(size_t)received'),
		),
		'free(line);',
	];
}

/** The main function of a stream client. */
export function streamClient(task: Client, file: CFile): string[] {
	const { place } = file.program;
	file.include('signal.h', 'unistd.h');
	if (task.type === 'answer') defineServe(task, file, true);
	const body =
		task.type === 'answer'
			? ['serve(connection);']
			: task.type === 'type'
				? typed(file)
				: task.steps.flatMap((step) => stepLines(step, file));
	const connected =
		'path' in place
			? [
					...unixAddress(place, file),
					'int connection = socket(AF_UNIX, SOCK_STREAM, 0);',
					...block(
						'if (connection < 0 || connect(connection, (struct sockaddr *)&address, address_length) < 0)',
						'perror("connect");',
						'return EXIT_FAILURE;',
					),
				]
			: [...resolved(place, false, file), ...connectedToAny(file), 'if (connection < 0) return EXIT_FAILURE;'];
	return block(
		'int main(void)',
		file.note('noSignal'),
		NO_SIGNAL,
		connected,
		optionLines('connection', 'connection', file),
		body,
		'close(connection);',
		'return EXIT_SUCCESS;',
	);
}
