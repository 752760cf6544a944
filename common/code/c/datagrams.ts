import type { CodeTask } from '../description/program.ts';
import { hasStates, uses } from '../description/uses.ts';
import { ruleLines } from './answers.ts';
import { block, type CFile } from './file.ts';
import { defineMessage } from './framing.ts';
import { defineFail, show } from './helpers.ts';
import { stringOf } from './literals.ts';
import { announced, boundSocket, optionLines, resolved } from './sockets.ts';

function server(task: Extract<CodeTask, { type: 'serve' }>, file: CFile): string[] {
	defineMessage(task, file);
	defineFail(file);
	file.include('unistd.h');
	if (hasStates(task)) file.omissions.add('states');
	const rules = task.rules.map((rule) => ({ ...rule, when: undefined, next: undefined, after: 'keep' as const }));
	const send = (bytes: string, length: string): string =>
		`if (sendto(sock, ${bytes}, ${length}, 0, peer, peer_length) < 0) perror("sendto");`;
	const body =
		rules.length === 0
			? ['(void)sock;', '(void)peer;', '(void)peer_length;', ...show('message->data', 'message->length')]
			: ruleLines(rules, send, 'return;', file);
	const isRead = body.some((line) => /\bmessage\b/.test(line));
	file.define(
		'answer',
		block(
			'static void answer(int sock, const struct message *message, const struct sockaddr *peer, socklen_t peer_length)',
			isRead ? [] : ['(void)message;'],
			body,
		),
	);
	const opened = [...boundSocket('sock', file), ...announced('bound to', 'sock', file)];
	return block(
		'int main(void)',
		opened,
		'struct message message = {0};',
		block(
			'for (;;)',
			'char bytes[65536];',
			'struct sockaddr_storage peer;',
			'socklen_t peer_length = sizeof peer;',
			file.note('recvfrom'),
			'ssize_t received = recvfrom(sock, bytes, sizeof bytes, 0, (struct sockaddr *)&peer, &peer_length);',
			block('if (received < 0)', 'perror("recvfrom");', 'continue;'),
			'message.data = bytes;',
			'message.length = (size_t)received;',
			uses(task, 'n') ? ['message.number++;'] : [],
			'answer(sock, &message, (struct sockaddr *)&peer, peer_length);',
		),
	);
}

function asking(task: Extract<CodeTask, { type: 'ask' }>, file: CFile): string[] {
	file.include('errno.h', 'sys/time.h');
	const tries = task.repeats + 1;
	const rows = task.messages.map((one) => `{${stringOf(one).join(' ')}, ${one.length}},`);
	return [
		...file.note('noAnswer'),
		`struct timeval limit = {.tv_sec = ${Math.floor(task.timeoutMs / 1000)}, .tv_usec = ${(task.timeoutMs % 1000) * 1000}};`,
		'setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);',
		...block('static const struct { const char *bytes; size_t length; } messages[] =', rows).slice(0, -1),
		'};',
		...block(
			'for (size_t n = 0; n < sizeof messages / sizeof messages[0]; n++)',
			block(
				`for (int tries = ${tries}; tries > 0; tries--)`,
				'char bytes[65536];',
				'if (send(sock, messages[n].bytes, messages[n].length, 0) < 0) perror("send");',
				'ssize_t received = recv(sock, bytes, sizeof bytes, 0);',
				block('if (received >= 0)', show('bytes', '(size_t)received'), 'break;'),
				'if (errno == EAGAIN) puts("no answer");',
				'else perror("recv");',
			),
		),
	];
}

function clientLines(task: Exclude<CodeTask, { type: 'serve' }>, file: CFile): string[] | undefined {
	switch (task.type) {
		case 'ask':
			return asking(task, file);
		case 'talk':
			return task.steps.flatMap((step) => {
				if (step.type === 'send') return [`send(sock, ${stringOf(step.bytes).join(' ')}, ${step.bytes.length}, 0);`];
				if (step.type !== 'receive' && step.type !== 'receive-all') return [];
				return block(
					'{',
					'char bytes[65536];',
					'ssize_t received = recv(sock, bytes, sizeof bytes, 0);',
					block('if (received >= 0)', show('bytes', '(size_t)received')),
				).map((line, at) => (at === 0 ? '{' : line));
			});
		case 'type':
			file.include('string.h');
			return [
				'char *line = NULL;',
				'size_t room = 0;',
				...block(
					'while (getline(&line, &room, stdin) > 0)',
					'char bytes[65536];',
					'if (send(sock, line, strcspn(line, "\\n"), 0) < 0) perror("send");',
					'ssize_t received = recv(sock, bytes, sizeof bytes, 0);',
					block('if (received >= 0)', show('bytes', '(size_t)received')),
				),
				'free(line);',
			];
		case 'answer':
			return undefined;
	}
}

/** The main function of a datagram program; undefined for a client that answers, which is not written in C. */
export function datagrams(task: CodeTask, file: CFile): string[] | undefined {
	if (task.type === 'serve') return server(task, file);
	const { place } = file.program;
	const body = clientLines(task, file);
	if (body === undefined || 'path' in place) return undefined;
	defineFail(file);
	return block(
		'int main(void)',
		resolved(place, false, file),
		'int sock = socket(found->ai_family, found->ai_socktype, found->ai_protocol);',
		'if (sock < 0) fail("socket");',
		optionLines('listener', 'sock', file),
		file.note('connectedUdp'),
		'if (connect(sock, found->ai_addr, found->ai_addrlen) < 0) fail("connect");',
		'freeaddrinfo(found);',
		body,
		'close(sock);',
		'return EXIT_SUCCESS;',
	);
}
