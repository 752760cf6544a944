import type { CodeTask } from '../description/program.ts';
import { conversation } from './conversation.ts';
import { block, closed, type NodeFile } from './file.ts';
import { nameOthers, optionsOf, placeProperties } from './sockets.ts';
import { tlsProperties } from './tls.ts';

/** The last lines of a stream server. */
export function streamServer(task: Extract<CodeTask, { type: 'serve' }>, file: NodeFile): string[] {
	const { place } = file.program;
	file.import(file.program.tls === undefined ? 'node:net' : 'node:tls', 'createServer');
	const tls = tlsProperties(file.program.tls, file);
	const address = placeProperties(place, file);
	nameOthers(file, ['stream', 'listen']);
	file.define('serve', [
		...file.note('serve'),
		...block('async function serve(socket)', conversation(task, file, false)),
	]);
	const stream = optionsOf('stream', file);
	const listen = optionsOf('listen', file);
	const accept = block(
		`const server = createServer({ ${['allowHalfOpen: true', ...tls, ...stream.properties].join(', ')} }, (socket) =>`,
		file.note('clientGone'),
		"socket.on('error', (error) => console.error(error.message));",
		task.oneAtATime
			? [...file.note('oneByOneNode'), 'turn = turn.then(() => serve(socket)).catch(() => socket.destroy());']
			: 'serve(socket).catch(() => socket.destroy());',
	);
	const isUnix = 'path' in place;
	if (isUnix && !place.path.startsWith('@')) file.import('node:fs', 'rmSync');
	return [
		...(task.oneAtATime ? ['let turn = Promise.resolve();'] : []),
		...file.note('halfOpenNode'),
		...stream.notes,
		...closed('});', accept),
		...(isUnix && !place.path.startsWith('@') ? [...file.note('staleFile'), 'rmSync(PATH, { force: true });'] : []),
		...listen.notes,
		`server.listen({ ${[...address, `backlog: ${task.backlog}`, ...listen.properties].join(', ')} }, () => {`,
		isUnix
			? "  console.log('listening on', server.address());"
			: `  const { address, port } = server.address();\n  console.log(\`listening on \${address}, port \${port}\`);`,
		'});',
	].flatMap((line) => line.split('\n'));
}
