import type { CodeTask } from '../description/program.ts';
import { hasStates, uses } from '../description/uses.ts';
import { ruleLines, type Sending } from './answers.ts';
import { conversation } from './conversation.ts';
import { block, type PythonFile } from './file.ts';
import { addressOf, freshPath, optionLines } from './sockets.ts';

/** The names of the server's classes: with a thread for each request, or not. */
const CLASSES = { tcp: 'TCPServer', udp: 'UDPServer', unix: 'UnixStreamServer', 'unix-datagram': 'UnixDatagramServer' };

/** The attributes of the server's class. */
function attributes(task: Extract<CodeTask, { type: 'serve' }>, file: PythonFile): string[] {
	const { place } = file.program;
	const isThreaded = place.transport === 'unix' || place.transport === 'tcp';
	return [
		...('host' in place && place.host.includes(':') ? ['address_family = socket.AF_INET6'] : []),
		...(place.transport === 'tcp' ? [...file.note('reuseClass'), 'allow_reuse_address = True'] : []),
		...(isThreaded ? [`request_queue_size = ${task.backlog}`] : []),
		...(isThreaded && !task.oneAtATime ? ['daemon_threads = True'] : []),
	];
}

/** The body of `handle` for a datagram: its request is the datagram and the socket. */
function datagramBody(task: Extract<CodeTask, { type: 'serve' }>, file: PythonFile): string[] {
	const sending: Sending = { send: (expression) => [`sock.sendto(${expression}, peer)`], end: [], reset: [] };
	if (hasStates(task)) file.omissions.add('states');
	if (uses(task, 'n')) file.omissions.add('placeholder', '{{n}}');
	const absent = (['eol', 'head'] as const).filter((name) => uses(task, name)).map((name) => `${name} = b''`);
	const rules = task.rules.map((rule) => ({ ...rule, when: undefined, next: undefined }));
	return [
		...file.note('recvfrom'),
		'data, sock = self.request',
		'peer = self.client_address',
		...(uses(task, 'n') ? ['number = 1'] : []),
		...absent,
		...ruleLines(rules, sending, file),
	];
}

/** The body of the main function of a server of the module socketserver. */
export function socketServer(task: Extract<CodeTask, { type: 'serve' }>, file: PythonFile): string[] {
	const { place } = file.program;
	file.import('socket', 'socketserver');
	const address = addressOf(place, file);
	const isStream = place.transport === 'tcp' || place.transport === 'unix';
	if (isStream) {
		const options = optionLines('connection', 'connection', file);
		file.define(
			'serve',
			block('def serve(connection, peer):', file.doc('serve'), options, conversation(task, file, false)),
		);
	}
	const handle = isStream
		? [
				...block('try:', 'serve(self.request, self.client_address)'),
				...block('except OSError as error:', file.note('clientGone'), 'print(self.client_address, error)'),
			]
		: datagramBody(task, file);
	file.define('Handler', block('class Handler(socketserver.BaseRequestHandler):', block('def handle(self):', handle)));
	const threading = isStream && !task.oneAtATime ? 'Threading' : '';
	const body = attributes(task, file);
	const listener = optionLines('listener', 'self.socket', file).filter((line) => !line.includes('SO_REUSEADDR'));
	const bind = listener.some((line) => line.includes('setsockopt'))
		? block('def server_bind(self):', listener, 'super().server_bind()')
		: [];
	file.define('Server', [
		...(threading === '' ? [] : file.note('thread')),
		...block(
			`class Server(socketserver.${threading}${CLASSES[place.transport]}):`,
			body.length + bind.length === 0 ? ['pass'] : [...body, ...bind],
		),
	]);
	return [
		...freshPath(place, file),
		...block(
			`with Server(${address}, Handler) as server:`,
			`print('${isStream ? 'listening on' : 'bound to'}', server.server_address, flush=True)`,
			'server.serve_forever()',
		),
	];
}
