import { GREETINGS, type PortedScript } from '../description/ported.ts';
import type { CodeAnswers } from '../description/program.ts';
import { escapedRow, WHITE_SPACE } from '../text/white-space.ts';
import { defineClient } from './client-class.ts';
import { block, type PythonFile } from './file.ts';
import { messageLoop } from './framing.ts';

/** Whether several threads run the handlers. */
function hasThreads({ io, program: { task } }: PythonFile): boolean {
	return io.threads && !(task.type === 'serve' && task.oneAtATime);
}

/** Lines that only one thread at a time runs. */
function locked(file: PythonFile, ...lines: readonly string[]): string[] {
	return hasThreads(file) ? block('with LOCK:', lines) : [...lines];
}

function defineLock(why: 'storeLock' | 'chatLock', file: PythonFile): void {
	if (!hasThreads(file)) return;
	file.import('threading');
	file.constantNote(why);
	file.constant('LOCK', ['threading.Lock()']);
}

function defineSpaces(file: PythonFile): void {
	file.constantNote('whiteSpace');
	file.constant('SPACES', ['(', ...WHITE_SPACE.map((row) => `    '${escapedRow(row)}'`), ')']);
}

function defineKeyValue(file: PythonFile): void {
	file.constantNote('store');
	file.constant('STORE', ['{}']);
	defineLock('storeLock', file);
	file.define(
		'answer_to',
		block(
			'def answer_to(command, name, value):',
			block(
				'match command.upper():',
				block("case 'SET':", 'STORE[name] = value', "return 'OK\\n'"),
				block("case 'GET':", "return f'VALUE {STORE[name]}\\n' if name in STORE else 'NONE\\n'"),
				block("case 'DEL':", "return 'NONE\\n' if STORE.pop(name, None) is None else 'OK\\n'"),
				block(
					"case 'KEYS':",
					file.note('utf16Order'),
					"return ' '.join(sorted(STORE, key=lambda one: one.encode('utf-16-be'))) + '\\n'",
				),
				block("case 'QUIT':", "return 'Bye\\n'"),
				block('case _:', "return f'What is {command}?\\n'"),
			),
		),
	);
	file.define(
		'on_message',
		block(
			'def on_message(text, client):',
			"command, _, rest = text.strip(SPACES).partition(' ')",
			"name, _, value = rest.partition(' ')",
			locked(file, 'answer = answer_to(command, name, value)'),
			'client.send(answer)',
			block("if command.upper() == 'QUIT':", 'client.end()'),
		),
	);
}

function defineChat(file: PythonFile): void {
	file.constantNote('members');
	file.constant('MEMBERS', ['set()']);
	defineLock('chatLock', file);
	file.define(
		'send_to_others',
		block(
			'def send_to_others(client, line):',
			block('for other in MEMBERS:', block('if other is not client:', "other.send(f'{line}\\n')")),
		),
	);
	file.define(
		'on_message',
		block(
			'def on_message(text, client):',
			'line = text.strip(SPACES)',
			block('if client.name:', "send_to_others(client, f'{client.name}: {line}')", 'return'),
			"client.name = line or 'somebody'",
			"client.send(f'Hello {client.name}, {len(MEMBERS)} are here.\\n')",
			"send_to_others(client, f'* {client.name} has come')",
			'MEMBERS.add(client)',
		),
	);
	file.define(
		'on_close',
		block(
			'def on_close(client):',
			block('if client in MEMBERS:', 'MEMBERS.remove(client)', "send_to_others(client, f'* {client.name} has gone')"),
		),
	);
}

/** What a program does on one connection that the script of a preset serves. */
export function portedConversation(script: PortedScript, answers: CodeAnswers, file: PythonFile): string[] {
	defineSpaces(file);
	const client = defineClient(script, file);
	if (script === 'chat') defineChat(file);
	else defineKeyValue(file);
	const { before, head, first } = messageLoop(answers, file);
	const call = "on_message(data.decode(errors='replace'), client)";
	const loop = block(
		head,
		...first,
		script === 'chat' ? locked(file, call) : [call],
		file.io.module === 'asyncio' ? [...file.note('drain'), 'await writer.drain()'] : [],
	);
	const whole = [...before, ...loop];
	return [
		`client = ${client}`,
		`client.send('${GREETINGS[script]}\\n')`,
		...(script === 'chat' ? [...block('try:', whole), ...block('finally:', locked(file, 'on_close(client)'))] : whole),
	];
}
