import type { CodeTask } from '../description/program.ts';
import { conversation } from './conversation.ts';
import { block, type PythonFile } from './file.ts';
import { addressOf, listening, optionLines } from './sockets.ts';

/** The functions that wait in a conversation: each yields what it waits for. */
function defineWaiting(file: PythonFile): void {
	file.define(
		'receive',
		block(
			'def receive(connection, count):',
			file.doc('receiveReady'),
			'yield connection, selectors.EVENT_READ',
			'return connection.recv(count)',
		),
	);
	if (file.script !== undefined) return;
	file.define(
		'send_all',
		block(
			'def send_all(connection, data):',
			file.doc('sendReady'),
			block('while data:', 'yield connection, selectors.EVENT_WRITE', 'data = data[connection.send(data):]'),
		),
	);
}

/** The function that goes on with a conversation; `waits`: some of them wait for a time, too. */
function defineStep(waits: boolean, file: PythonFile): void {
	const registered = 'SELECTOR.register(*wanted, task)';
	if (waits) {
		file.import('heapq', 'time');
		file.constant('TIMERS', ['[]']);
	}
	file.define(
		'step',
		block(
			'def step(task):',
			file.doc(waits ? 'stepTimed' : 'step'),
			block('try:', 'wanted = next(task)'),
			block('except StopIteration:', 'return'),
			waits
				? [
						...block('if isinstance(wanted, tuple):', registered),
						...block('else:', 'heapq.heappush(TIMERS, (time.monotonic() + wanted, id(task), task))'),
					]
				: registered,
		),
	);
}

/** The body of the main function of a stream server with one loop over a selector. */
export function selectorsServer(task: Extract<CodeTask, { type: 'serve' }>, file: PythonFile): string[] {
	const { place } = file.program;
	file.import('selectors', 'socket');
	const address = addressOf(place, file);
	file.constant('SELECTOR', ['selectors.DefaultSelector()']);
	defineWaiting(file);
	const options = optionLines('connection', 'connection', file);
	const lines = conversation(task, file, false);
	file.define('serve', block('def serve(connection, peer):', file.doc('serve'), options, lines));
	file.define(
		'handle',
		block(
			'def handle(connection, peer):',
			block(
				'with connection:',
				block('try:', 'yield from serve(connection, peer)'),
				block('except OSError as error:', file.note('clientGone'), 'print(peer, error)'),
			),
		),
	);
	const waits = [...task.rules, ...(task.onOpen === undefined ? [] : [task.onOpen])].some(({ delayMs }) => delayMs > 0);
	defineStep(waits, file);
	const timeout = waits ? ['timeout = max(0, TIMERS[0][0] - time.monotonic()) if TIMERS else None'] : [];
	const prepared = ['server.setblocking(False)', 'SELECTOR.register(server, selectors.EVENT_READ)'];
	return listening(
		{ address, backlog: task.backlog, prepared },
		file,
		block(
			'while True:',
			file.note('selectorLoop'),
			timeout,
			block(
				`for key, _ in SELECTOR.select(${waits ? 'timeout' : ''}):`,
				block(
					'if key.fileobj is server:',
					'connection, peer = server.accept()',
					'connection.setblocking(False)',
					'step(handle(connection, peer))',
				),
				block('else:', 'SELECTOR.unregister(key.fileobj)', 'step(key.data)'),
			),
			waits ? block('while TIMERS and TIMERS[0][0] <= time.monotonic():', 'step(heapq.heappop(TIMERS)[2])') : [],
		),
	);
}
