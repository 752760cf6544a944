import type { CodeStep, CodeTask } from '../description/program.ts';
import { conversation } from './conversation.ts';
import { block, type PythonFile } from './file.ts';
import { bytesOf } from './literals.ts';
import { addressOf, familyOf, optionLines } from './sockets.ts';
import { secured } from './tls.ts';

type Client = Exclude<CodeTask, { type: 'serve' | 'ask' }>;

function defineExpect(file: PythonFile): void {
	file.import('sys');
	file.define(
		'expect',
		block(
			'def expect(connection, expected):',
			file.doc('expect'),
			"received = b''",
			file.note('recvPart'),
			block(
				'while len(received) < len(expected) and (chunk := connection.recv(len(expected) - len(received))):',
				'received += chunk',
			),
			block('if received != expected:', "sys.exit(f'expected {expected!r}, received {received!r}')"),
			"print('received', received)",
		),
	);
}

function stepLines(step: CodeStep, file: PythonFile): string[] {
	switch (step.type) {
		case 'send':
			return [`connection.sendall(${bytesOf(step.bytes, file)})`];
		case 'receive':
			defineExpect(file);
			return [`expect(connection, ${bytesOf(step.bytes, file)})`];
		case 'receive-end':
			file.import('sys');
			return block('if rest := connection.recv(65536):', "sys.exit(f'expected the end, received {rest!r}')");
		case 'receive-all':
			file.import('sys');
			return [
				...file.note('untilEnd'),
				...block('while data := connection.recv(65536):', 'sys.stdout.buffer.write(data)', 'sys.stdout.flush()'),
			];
		case 'wait':
			file.import('time');
			return [`time.sleep(${step.ms / 1000})`];
		case 'end':
			if (file.program.tls !== undefined) {
				file.omissions.add('halfCloseTls');
				return [];
			}
			return [...file.note('half'), 'connection.shutdown(socket.SHUT_WR)'];
	}
}

function typed(file: PythonFile): string[] {
	file.import('sys');
	return block(
		'for line in sys.stdin:',
		"text = line.rstrip('\\n')",
		block('if not text:', `continue  # ${file.words.comments.emptyLine}`),
		'connection.sendall(text.encode())',
		'data = connection.recv(65536)',
		block('if not data:', 'break'),
		"print(data.decode(errors='replace'), flush=True)",
	);
}

function clientLines(task: Client, file: PythonFile): string[] {
	switch (task.type) {
		case 'answer':
			return conversation(task, file, true);
		case 'talk': {
			const sends = task.steps.some(({ type }) => type === 'send');
			return [...(sends ? file.note('sendAll') : []), ...task.steps.flatMap((step) => stepLines(step, file))];
		}
		case 'type':
			return typed(file);
	}
}

/** The body of the main function of a stream client. */
export function streamClient(task: Client, file: PythonFile): string[] {
	const { place } = file.program;
	file.import('socket');
	const address = addressOf(place, file);
	const body = [...optionLines('connection', 'connection', file), ...clientLines(task, file)];
	if (place.transport === 'tcp') {
		return [
			...file.note('connectAll'),
			...block(
				`with ${secured(`socket.create_connection(${address}, timeout=10)`, file)} as connection:`,
				[`connection.settimeout(None)  # ${file.words.comments.noTimeout}`],
				body,
			),
		];
	}
	return block(`with socket.socket(${familyOf(place)}) as connection:`, `connection.connect(${address})`, body);
}
