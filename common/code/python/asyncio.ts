import type { CodeTask } from '../description/program.ts';
import { uses } from '../description/uses.ts';
import { conversation } from './conversation.ts';
import { block, type PythonFile } from './file.ts';
import { addressOf, freshPath } from './sockets.ts';

/** Options that asyncio's streams set without being asked. */
const OWN = ['SO_REUSEADDR', 'TCP_NODELAY'];

/** The body of the main function of a stream server of asyncio. */
export function asyncioServer(task: Extract<CodeTask, { type: 'serve' }>, file: PythonFile): string[] {
	const { place, options } = file.program;
	file.import('asyncio', 'socket');
	const address = addressOf(place, file).replace(/[()]/g, '');
	for (const { name } of options) if (!OWN.includes(name)) file.omissions.add('option', name);
	const peer = uses(task, 'peer') ? ["peer = writer.get_extra_info('peername')"] : [];
	file.define(
		'serve',
		block('async def serve(reader, writer):', file.doc('serve'), peer, conversation(task, file, false)),
	);
	if (task.oneAtATime) file.constant('TURN', ['asyncio.Lock()']);
	const served = task.oneAtATime
		? [...file.note('oneByOneNode'), ...block('async with TURN:', 'await serve(reader, writer)')]
		: ['await serve(reader, writer)'];
	file.define(
		'handle',
		block(
			'async def handle(reader, writer):',
			block('try:', served),
			block('except OSError as error:', file.note('clientGone'), 'print(error)'),
			block('finally:', 'writer.close()'),
		),
	);
	const start = 'path' in place ? 'start_unix_server' : 'start_server';
	return [
		...freshPath(place, file),
		...file.note('task'),
		`server = await asyncio.${start}(handle, ${address}, backlog=${task.backlog})`,
		"print('listening on', server.sockets[0].getsockname(), flush=True)",
		...block('async with server:', 'await server.serve_forever()'),
	];
}
