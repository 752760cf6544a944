import type { CodeForward } from '../description/program.ts';
import { block, type PythonFile } from './file.ts';
import { stringOf } from './literals.ts';
import { addressOf, bound, listening, optionLines } from './sockets.ts';
import { tlsContext } from './tls.ts';

function targetOf({ target }: CodeForward, file: PythonFile): string {
	return file.constant('TARGET', [`(${stringOf(target.host)}, ${target.port})`]);
}

/** The names of the delays as arguments of `forward`, where one of them is more than nothing. */
function delaysOf({ delays }: CodeForward): { parameter: string; toTarget: string; toClient: string; waits: boolean } {
	const waits = delays.toTarget + delays.toClient > 0;
	const seconds = (ms: number): string => (waits ? `, ${ms / 1000}` : '');
	return {
		parameter: waits ? ', delay' : '',
		toTarget: seconds(delays.toTarget),
		toClient: seconds(delays.toClient),
		waits,
	};
}

/** The body of the main function of a TCP proxy with two threads a client. */
export function tcpProxy(task: CodeForward, file: PythonFile): string[] {
	const address = addressOf(file.program.place, file);
	const target = targetOf(task, file);
	const { parameter, toTarget, toClient, waits } = delaysOf(task);
	file.import('contextlib', 'socket', 'threading');
	if (waits) file.import('time');
	file.define(
		'forward',
		block(
			`def forward(source, destination${parameter}):`,
			file.doc('forward'),
			block(
				'try:',
				block(
					'while data := source.recv(65536):',
					waits ? [...file.note('faultDelay'), 'time.sleep(delay)'] : [],
					'destination.sendall(data)',
				),
				'destination.shutdown(socket.SHUT_WR)',
			),
			block(
				'except OSError as error:',
				'print(error)',
				file.note('failedForward'),
				block(
					'for connection in source, destination:',
					block('with contextlib.suppress(OSError):', 'connection.shutdown(socket.SHUT_RDWR)'),
				),
			),
		),
	);
	const options = ['client', 'target'].flatMap((name) => optionLines('connection', name, file));
	file.define(
		'handle',
		block(
			'def handle(client, peer):',
			block(
				'try:',
				block(
					`with client, socket.create_connection(${target}) as target:`,
					options,
					file.note('twoThreads'),
					`back = threading.Thread(target=forward, args=(target, client${toClient}), daemon=True)`,
					'back.start()',
					`forward(client, target${toTarget})`,
					'back.join()',
				),
			),
			block('except OSError as error:', file.note('clientGone'), 'print(peer, error)'),
		),
	);
	const loop = block(
		'while True:',
		file.note('accept'),
		'client, peer = server.accept()',
		'threading.Thread(target=handle, args=(client, peer), daemon=True).start()',
	);
	return listening({ address, backlog: task.backlog }, file, loop);
}

/** The body of the main function of a UDP proxy with a thread a client. */
export function udpProxy(task: CodeForward, file: PythonFile): string[] {
	const address = addressOf(file.program.place, file);
	const target = targetOf(task, file);
	const { delays, idleMs } = task;
	file.import('socket', 'threading');
	if (delays.toTarget + delays.toClient > 0) file.import('time');
	const waited = (ms: number): string[] => (ms === 0 ? [] : [...file.note('faultDelay'), `time.sleep(${ms / 1000})`]);
	file.constant('TARGETS', ['{}']);
	file.define(
		'answers',
		block(
			'def answers(server, target, peer):',
			file.note('forgotten'),
			`target.settimeout(${idleMs / 1000})`,
			block(
				'try:',
				block('while True:', 'data = target.recv(65535)', waited(delays.toClient), 'server.sendto(data, peer)'),
			),
			block('except OSError as error:', 'print(peer, error)'),
			block('finally:', 'del TARGETS[peer]', 'target.close()'),
		),
	);
	return bound('server', address, file, [
		"print('bound to', server.getsockname(), flush=True)",
		...block(
			'while True:',
			file.note('recvfrom'),
			'data, peer = server.recvfrom(65535)',
			'target = TARGETS.get(peer)',
			block(
				'if target is None:',
				file.note('ownSocket'),
				`found = socket.getaddrinfo(*${target}, type=socket.SOCK_DGRAM)[0]`,
				'target = TARGETS[peer] = socket.socket(found[0], socket.SOCK_DGRAM)',
				'target.connect(found[4])',
				'threading.Thread(target=answers, args=(server, target, peer), daemon=True).start()',
			),
			waited(delays.toTarget),
			block('try:', 'target.send(data)'),
			block('except OSError as error:', 'print(peer, error)'),
		),
	]);
}

/** The body of the main function of a TCP proxy with two coroutines a client. */
export function asyncioProxy(task: CodeForward, file: PythonFile): string[] {
	const address = addressOf(file.program.place, file).replace(/[()]/g, '');
	const target = targetOf(task, file);
	const { parameter, toTarget, toClient, waits } = delaysOf(task);
	const { targetTls } = task;
	const { tls } = file.program;
	const isSecure = tls !== undefined || targetTls !== undefined;
	const clientSide = tls === undefined ? '' : `, ssl=${tlsContext(tls, 'CONTEXT', file)}`;
	const targetSide =
		targetTls === undefined
			? ''
			: `, ssl=${tlsContext(targetTls, 'TARGET_CONTEXT', file)}, server_hostname=${stringOf(targetTls.servername)}`;
	if (isSecure) file.omissions.add('halfCloseTls');
	file.import('asyncio');
	file.define(
		'forward',
		block(
			`async def forward(reader, writer${parameter}):`,
			file.doc('forward'),
			block(
				'while data := await reader.read(65536):',
				waits ? [...file.note('faultDelay'), 'await asyncio.sleep(delay)'] : [],
				'writer.write(data)',
				'await writer.drain()',
			),
			isSecure
				? [
						...block('if writer.can_write_eof():', 'writer.write_eof()'),
						...block('else:', file.note('closeNotify'), 'writer.close()'),
					]
				: ['writer.write_eof()'],
		),
	);
	file.define(
		'handle',
		block(
			'async def handle(reader, writer):',
			block(
				'try:',
				`target_reader, target_writer = await asyncio.open_connection(*${target}${targetSide})`,
				block(
					'try:',
					`await asyncio.gather(forward(reader, target_writer${toTarget}), forward(target_reader, writer${toClient}))`,
				),
				block('finally:', 'target_writer.close()'),
			),
			block('except OSError as error:', file.note('clientGone'), 'print(error)'),
			block('finally:', 'writer.close()'),
		),
	);
	return [
		...file.note('task'),
		`server = await asyncio.start_server(handle, ${address}, backlog=${task.backlog}${clientSide})`,
		"print('listening on', server.sockets[0].getsockname(), flush=True)",
		...block('async with server:', 'await server.serve_forever()'),
	];
}
