import type { CodeTask } from '../description/program.ts';
import { conversation } from './conversation.ts';
import { block, type PythonFile } from './file.ts';
import { addressOf, listening, optionLines } from './sockets.ts';
import { secured } from './tls.ts';

type Serve = Extract<CodeTask, { type: 'serve' }>;

/** How several clients are served. */
export type ServerStyle = 'blocking' | 'threads';

/** The body of the main function of a stream server. */
export function streamServer(task: Serve, style: ServerStyle, file: PythonFile): string[] {
	const { place } = file.program;
	file.import('socket');
	const address = addressOf(place, file);
	const options = optionLines('connection', 'connection', file);
	file.define(
		'serve',
		block('def serve(connection, peer):', file.doc('serve'), options, conversation(task, file, false)),
	);
	const served = block(
		'with connection:',
		block(
			'try:',
			file.program.tls === undefined
				? 'serve(connection, peer)'
				: block(`with ${secured('connection', file)} as secure:`, 'serve(secure, peer)'),
		),
		block('except OSError as error:', file.note('clientGone'), 'print(peer, error)'),
	);
	if (style === 'blocking' && !task.oneAtATime)
		file.omissions.add(file.script === 'chat' ? 'aloneInChat' : 'oneClientAtATime');
	if (style === 'threads') {
		file.import('threading');
		file.define('handle', block('def handle(connection, peer):', served));
	}
	const each =
		style === 'threads'
			? [...file.note('thread'), 'threading.Thread(target=handle, args=(connection, peer), daemon=True).start()']
			: [...file.note('oneByOne'), ...served];
	const { backlog } = task;
	const loop = block('while True:', file.note('accept'), 'connection, peer = server.accept()', each);
	return listening({ address, backlog }, file, loop);
}
