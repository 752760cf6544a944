import type { CodeTask } from '../description/program.ts';
import { defineServe } from './conversation.ts';
import { block, type CFile } from './file.ts';
import { defineFail } from './helpers.ts';
import { announced, boundSocket, NO_SIGNAL, optionLines } from './sockets.ts';
import { defineThread, startedThread } from './threads.ts';

type Serve = Extract<CodeTask, { type: 'serve' }>;

/** The main function of a server that accepts stream connections on `server`, and gives each to `each`. */
export function acceptMain(backlog: number, each: readonly string[], file: CFile): string[] {
	defineFail(file);
	file.include('signal.h', 'unistd.h');
	const opened = boundSocket('server', file);
	return block(
		'int main(void)',
		file.note('noSignal'),
		NO_SIGNAL,
		opened,
		`if (listen(server, ${backlog}) < 0) fail("listen");`,
		announced('listening on', 'server', file),
		block(
			'for (;;)',
			file.note('accept'),
			'int connection = accept(server, NULL, NULL);',
			'if (connection < 0) fail("accept");',
			optionLines('connection', 'connection', file),
			each,
		),
	);
}

/** The main function of a stream server. */
export function streamServer(task: Serve, file: CFile): string[] {
	defineServe(task, file, false);
	if (file.style === 'threads') {
		defineThread(['serve(connection);', 'close(connection);'], file);
		return acceptMain(task.backlog, startedThread(), file);
	}
	if (!task.oneAtATime) file.omissions.add(file.script === 'chat' ? 'aloneInChat' : 'oneClientAtATime');
	return acceptMain(task.backlog, [...file.note('oneByOne'), 'serve(connection);', 'close(connection);'], file);
}
