import type { CodeAnswers } from '../description/program.ts';
import { uses } from '../description/uses.ts';
import { block, type CFile } from './file.ts';
import { defineBuffer } from './helpers.ts';
import { stringOf } from './literals.ts';

/** A message, and the bytes around it. */
export function defineMessage(answers: CodeAnswers, file: CFile): void {
	file.include('stdbool.h', 'stddef.h');
	file.top(
		'struct message {',
		'    const char *data;',
		'    size_t length;',
		...(uses(answers, 'eol') ? ['    const char *eol;', '    size_t eol_length;'] : []),
		...(uses(answers, 'head') ? ['    const char *head;', '    size_t head_length;'] : []),
		...(uses(answers, 'n') ? ['    unsigned long number;'] : []),
		'};',
		'',
	);
}

/** Sets the message to parts of `bytes`: those of them that answers use. */
function filled(answers: CodeAnswers, data: string, length: string, around: { eol?: string; head?: string }): string[] {
	const { eol, head } = around;
	return [
		`message->data = ${data};`,
		`message->length = ${length};`,
		...(eol !== undefined && uses(answers, 'eol') ? statements(eol) : []),
		...(head !== undefined && uses(answers, 'head') ? statements(head) : []),
	];
}

const SIGNATURE = 'static size_t next_message(const char *bytes, size_t length, struct message *message)';

/** Statements of one text, each with its semicolon. */
function statements(text: string): string[] {
	return text.split(/(?<=;) /);
}

/** Defines how the first message of received bytes is found: the bytes that it takes with all around it, 0 while it is not whole. */
function defineNext(answers: CodeAnswers, file: CFile): void {
	const { framing } = answers;
	switch (framing.type) {
		case 'none':
			return;
		case 'delimiter': {
			file.include('string.h');
			const end = stringOf(framing.delimiter).join(' ');
			const size = framing.delimiter.length;
			if (!framing.lines) {
				file.define('next_message', [
					...file.note('nextMessage'),
					...block(
						SIGNATURE,
						`const char *end = memmem(bytes, length, ${end}, ${size});`,
						'if (end == NULL) return 0;',
						...filled(answers, 'bytes', '(size_t)(end - bytes)', {
							eol: `message->eol = end; message->eol_length = ${size};`,
						}),
						`return message->length + ${size};`,
					),
				]);
				return;
			}
			file.define('end_length', [
				...file.note('eitherEnd'),
				...block(
					'static size_t end_length(const char *bytes, size_t length)',
					`static const char end[] = ${end};`,
					'size_t at = 0;',
					block(
						'for (size_t n = 0; n < sizeof end - 1; n++, at++)',
						"if (end[n] == '\\n' && at < length && bytes[at] == '\\r') at++;",
						'if (at >= length || bytes[at] != end[n]) return 0;',
					),
					'return at;',
				),
			]);
			file.define('next_message', [
				...file.note('nextMessage'),
				...block(
					SIGNATURE,
					block(
						'for (size_t at = 0; at < length; at++)',
						'size_t end = end_length(bytes + at, length - at);',
						'if (end == 0) continue;',
						...filled(answers, 'bytes', 'at', { eol: 'message->eol = bytes + at; message->eol_length = end;' }),
						'return at + end;',
					),
					'return 0;',
				),
			]);
			return;
		}
		case 'fixed':
			file.define('next_message', [
				...file.note('nextMessage'),
				...block(
					SIGNATURE,
					`if (length < ${framing.length}) return 0;`,
					...filled(answers, 'bytes', String(framing.length), {}),
					`return ${framing.length};`,
				),
			]);
			return;
		case 'length': {
			const { head, size, order, add } = framing;
			const first = head - size;
			const step =
				order === 'big'
					? `for (size_t at = ${first}; at < ${head}; at++)`
					: `for (size_t at = ${head}; at-- > ${first};)`;
			file.define('next_message', [
				...file.note('nextMessage'),
				...block(
					SIGNATURE,
					`if (length < ${head}) return 0;`,
					'size_t size = 0;',
					`${step} size = size << 8 | (unsigned char)bytes[at];`,
					...(add === 0 ? [] : [`size ${add < 0 ? '-' : '+'}= ${Math.abs(add)};`]),
					`if (length - ${head} < size) return 0;`,
					...filled(answers, `bytes + ${head}`, 'size', {
						head: `message->head = bytes; message->head_length = ${head};`,
					}),
					`return ${head} + size;`,
				),
			]);
			return;
		}
	}
}

/** The loop over the messages of `connection`; each is given to `answer`, which returns whether the conversation goes on. */
export function messageLoop(answers: CodeAnswers, file: CFile): string[] {
	const { framing } = answers;
	file.include('sys/socket.h');
	const counted = uses(answers, 'n') ? ['message.number++;'] : [];
	if (framing.type === 'none') {
		return [
			'char bytes[65536];',
			'ssize_t received;',
			'struct message message = {0};',
			...file.note('recvPart'),
			...block(
				'while ((received = recv(connection, bytes, sizeof bytes, 0)) > 0)',
				'message.data = bytes;',
				'message.length = (size_t)received;',
				...counted,
				'if (!answer(connection, &message)) break;',
			),
			'if (received < 0) perror("recv");',
		];
	}
	defineBuffer(file);
	defineNext(answers, file);
	const rest =
		framing.type === 'delimiter'
			? [
					...file.note('rest'),
					...block(
						'if (goes_on && rest.length > 0)',
						'message.data = rest.bytes;',
						'message.length = rest.length;',
						...(uses(answers, 'eol') ? ['message.eol_length = 0;'] : []),
						...counted,
						'answer(connection, &message);',
					),
				]
			: [];
	return [
		'char bytes[65536];',
		'ssize_t received;',
		'struct message message = {0};',
		'struct buffer rest = {0};',
		'bool goes_on = true;',
		...file.note('recvPart'),
		...block(
			'while (goes_on && (received = recv(connection, bytes, sizeof bytes, 0)) > 0)',
			'append(&rest, bytes, (size_t)received);',
			'size_t used = 0, size;',
			block(
				'while (goes_on && (size = next_message(rest.bytes + used, rest.length - used, &message)) > 0)',
				...counted,
				'goes_on = answer(connection, &message);',
				'used += size;',
			),
			'rest.length -= used;',
			'memmove(rest.bytes, rest.bytes + used, rest.length);',
		),
		...rest,
		'free(rest.bytes);',
	];
}
