import type { CodeTask } from '../description/program.ts';
import { defineServe } from './conversation.ts';
import { block, type GoFile } from './file.ts';
import { acceptLoop, connectionOptions, listening } from './sockets.ts';
import { securedListener } from './tls.ts';

/** The backlog of an endpoint whose own nobody has set. Go's is always the longest that the system allows. */
const USUAL_BACKLOG = 511;

/** The body of the main function of a stream server. */
export function streamServer(task: Extract<CodeTask, { type: 'serve' }>, file: GoFile): string[] {
	const opened = listening('listener', '', file);
	if (task.backlog !== USUAL_BACKLOG) file.omissions.add('option', 'backlog');
	defineServe(task, file, false);
	file.import('fmt', 'io', 'log', 'net');
	file.define(
		'handle',
		block(
			'func handle(connection net.Conn)',
			'defer connection.Close()',
			connectionOptions('log.Println(connection.RemoteAddr(), err)', file),
			file.note('clientGone'),
			block('if err := serve(connection); err != nil && err != io.EOF', 'log.Println(connection.RemoteAddr(), err)'),
		),
	);
	return [
		...(file.program.place.transport === 'tcp' ? file.note('reuseGo') : []),
		...opened,
		...securedListener(file),
		...acceptLoop(
			task.oneAtATime
				? [...file.note('oneByOne'), 'handle(connection)']
				: [...file.note('goroutine'), 'go handle(connection)'],
			file,
		),
	];
}
