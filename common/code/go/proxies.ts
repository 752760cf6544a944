import type { CodeForward } from '../description/program.ts';
import { block, type GoFile } from './file.ts';
import { stringOf } from './literals.ts';
import { acceptLoop, fatal, listening } from './sockets.ts';
import { clientConfig, securedListener } from './tls.ts';

function targetOf({ target }: CodeForward, file: GoFile): void {
	const host = target.host.includes(':') ? `[${target.host}]` : target.host;
	file.constant('target', [stringOf(`${host}:${target.port}`)]);
}

function waited(ms: number, file: GoFile): string[] {
	if (ms === 0) return [];
	file.import('time');
	return [...file.note('faultDelay'), `time.Sleep(${ms} * time.Millisecond)`];
}

/** The function that passes on in one direction. */
function defineForward(waits: boolean, file: GoFile): void {
	file.import('io');
	if (waits) {
		file.import('time');
		file.define('delayed', [
			...block('type delayed struct', 'io.Reader', 'delay time.Duration'),
			'',
			...file.note('faultDelay'),
			...block(
				'func (reader delayed) Read(buffer []byte) (int, error)',
				'length, err := reader.Reader.Read(buffer)',
				'time.Sleep(reader.delay)',
				'return length, err',
			),
		]);
	}
	file.define('forward', [
		...file.note('forward'),
		...block(
			'func forward(source io.Reader, destination net.Conn)',
			block('if _, err := io.Copy(destination, source); err != nil', 'log.Println(err)'),
			block(
				'if half, ok := destination.(interface{ CloseWrite() error }); ok',
				block('if err := half.CloseWrite(); err != nil', file.note('failedForward'), 'destination.Close()'),
			),
		),
	]);
}

/** The body of the main function of a TCP proxy. */
export function tcpProxy(task: CodeForward, file: GoFile): string[] {
	const { targetTls } = task;
	const opened = [...listening('listener', '', file), ...securedListener(file)];
	targetOf(task, file);
	if (targetTls !== undefined) {
		const lines = [...clientConfig(targetTls, file), 'return config'];
		file.define('makeConfig', block('func makeConfig() *tls.Config', lines));
		file.constant('config', ['makeConfig()']);
	}
	const { toTarget, toClient } = task.delays;
	const waits = toTarget + toClient > 0;
	defineForward(waits, file);
	const source = (name: string, ms: number): string => (waits ? `delayed{${name}, ${ms} * time.Millisecond}` : name);
	file.define(
		'handle',
		block(
			'func handle(client net.Conn)',
			'defer client.Close()',
			targetTls === undefined
				? 'server, err := net.Dial("tcp", target)'
				: 'server, err := tls.Dial("tcp", target, config)',
			block('if err != nil', file.note('clientGone'), 'log.Println(client.RemoteAddr(), err)', 'return'),
			'defer server.Close()',
			'done := make(chan bool)',
			[...block('go func()', `forward(${source('server', toClient)}, client)`, 'close(done)').slice(0, -1), '}()'],
			`forward(${source('client', toTarget)}, server)`,
			'<-done',
		),
	);
	file.import('fmt', 'io', 'log', 'net');
	const each = [...file.note('goroutine'), 'go handle(connection)'];
	return [...file.note('reuseGo'), ...opened, ...acceptLoop(each, file)];
}

/** The body of the main function of a UDP proxy. */
export function udpProxy(task: CodeForward, file: GoFile): string[] {
	const opened = listening('socket', 'Packet', file);
	targetOf(task, file);
	const { delays, idleMs } = task;
	file.import('fmt', 'log', 'net', 'sync', 'time');
	file.constant('targets', ['sync.Map{}']);
	file.define(
		'answers',
		block(
			'func answers(socket net.PacketConn, server net.Conn, peer net.Addr)',
			'defer targets.Delete(peer.String())',
			'defer server.Close()',
			'buffer := make([]byte, 65535)',
			block(
				'for',
				file.note('forgotten'),
				`server.SetReadDeadline(time.Now().Add(${idleMs} * time.Millisecond))`,
				'length, err := server.Read(buffer)',
				block('if err != nil', 'log.Println(peer, err)', 'return'),
				waited(delays.toClient, file),
				block('if _, err := socket.WriteTo(buffer[:length], peer); err != nil', 'log.Println(peer, err)'),
			),
		),
	);
	return [
		...opened,
		'fmt.Println("bound to", socket.LocalAddr())',
		'buffer := make([]byte, 65535)',
		...block(
			'for',
			file.note('recvfrom'),
			'length, peer, err := socket.ReadFrom(buffer)',
			fatal(file),
			'found, ok := targets.Load(peer.String())',
			block(
				'if !ok',
				file.note('ownSocket'),
				'server, err := net.Dial("udp", target)',
				fatal(file),
				'targets.Store(peer.String(), server)',
				'go answers(socket, server, peer)',
				'found = server',
			),
			waited(delays.toTarget, file),
			block('if _, err := found.(net.Conn).Write(buffer[:length]); err != nil', 'log.Println(peer, err)'),
		),
	];
}
