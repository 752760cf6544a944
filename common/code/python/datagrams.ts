import { FIRST_STATE } from '../../contract/config/first-state.ts';
import type { CodeAnswers, CodeTask } from '../description/program.ts';
import { hasStates, uses } from '../description/uses.ts';
import { answerLines, ruleLines, type Sending } from './answers.ts';
import { block, type PythonFile } from './file.ts';
import { bytesOf, stringOf } from './literals.ts';
import { addressOf, bound, familyOf, optionLines } from './sockets.ts';

/** Values of which a datagram has none. */
function absent(answers: CodeAnswers): string[] {
	return (['eol', 'head'] as const).filter((name) => uses(answers, name)).map((name) => `${name} = b''`);
}

function server(task: Extract<CodeTask, { type: 'serve' }>, file: PythonFile): string[] {
	const address = addressOf(file.program.place, file);
	const sending: Sending = { send: (expression) => [`sock.sendto(${expression}, peer)`], end: [], reset: [] };
	const counts = uses(task, 'n');
	const states = hasStates(task);
	if (states) file.import('collections');
	if (states) file.omissions.add('states');
	return bound('sock', address, file, [
		"print('bound to', sock.getsockname(), flush=True)",
		...absent(task),
		...(counts ? ['number = 0'] : []),
		...block(
			'while True:',
			file.note('recvfrom'),
			'data, peer = sock.recvfrom(65535)',
			counts ? ['number += 1'] : [],
			ruleLines(
				task.rules.map((rule) => ({ ...rule, when: undefined, next: undefined })),
				sending,
				file,
			),
		),
	]);
}

function asking(task: Extract<CodeTask, { type: 'ask' }>, file: PythonFile): string[] {
	const tries = task.repeats + 1;
	const once = [
		'sock.send(message)',
		...block('try:', 'print(sock.recv(65535))', ...(tries > 1 ? ['break'] : [])),
		...block('except TimeoutError:', file.note('noAnswer'), "print('no answer')"),
		...block(
			'except ConnectionRefusedError:',
			file.note('refused'),
			"print('refused')",
			...(tries > 1 ? ['break'] : []),
		),
	];
	file.constant('MESSAGES', ['[', ...task.messages.map((one) => `    ${bytesOf(one, file)},`), ']']);
	return [
		`sock.settimeout(${task.timeoutMs / 1000})`,
		...block('for message in MESSAGES:', tries > 1 ? block(`for _ in range(${tries}):`, once) : once),
	];
}

function clientLines(task: Exclude<CodeTask, { type: 'serve' }>, file: PythonFile): string[] {
	switch (task.type) {
		case 'ask':
			return asking(task, file);
		case 'answer': {
			const sending: Sending = {
				send: (expression) => [`sock.send(${expression})`],
				end: ['return'],
				reset: ['return'],
			};
			const open = task.onOpen === undefined ? [] : answerLines(task.onOpen, sending, file);
			const states = hasStates(task) ? [`state = ${stringOf(FIRST_STATE)}`] : [];
			const body = block('while True:', 'data = sock.recv(65535)', 'print(data)', ruleLines(task.rules, sending, file));
			return [...absent(task), ...states, ...open, ...body];
		}
		case 'talk':
			return task.steps.flatMap((step) => {
				if (step.type === 'send') return [`sock.send(${bytesOf(step.bytes, file)})`];
				return step.type === 'receive' || step.type === 'receive-all' ? ['print(sock.recv(65535))'] : [];
			});
		case 'type':
			file.import('sys');
			return block(
				'for line in sys.stdin:',
				"sock.send(line.rstrip('\\n').encode())",
				"print(sock.recv(65535).decode(errors='replace'), flush=True)",
			);
	}
}

/** The body of the main function of a datagram program. */
export function datagrams(task: CodeTask, file: PythonFile): string[] {
	file.import('socket');
	if (task.type === 'serve') return server(task, file);
	const { place } = file.program;
	const address = addressOf(place, file);
	const own = place.transport === 'unix-datagram' ? [...file.note('ownAddress'), "sock.bind('')"] : [];
	return block(
		`with socket.socket(${familyOf(place)}) as sock:`,
		optionLines('listener', 'sock', file),
		own,
		file.note('connectedUdp'),
		`sock.connect(${address})`,
		clientLines(task, file),
	);
}
