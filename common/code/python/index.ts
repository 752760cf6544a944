import type { Emit } from '../description/emitter.ts';
import { datagrams } from './datagrams.ts';
import { PythonFile } from './file.ts';
import { streamClient } from './stream-client.ts';
import { type ServerStyle, streamServer } from './stream-server.ts';

/** Writes Python 3.9 or later. Clients and datagram programs are the same in both styles. */
export function emitPython(style: ServerStyle): Emit {
	return (program, words) => {
		const file = new PythonFile(program, words);
		const { task, place } = program;
		const isDatagram = place.transport === 'udp' || place.transport === 'unix-datagram';
		if (isDatagram || task.type === 'ask') return finish(file, datagrams(task, file));
		return finish(file, task.type === 'serve' ? streamServer(task, style, file) : streamClient(task, file));
	};
}

function finish(file: PythonFile, main: readonly string[]): ReturnType<Emit> {
	return { text: file.text(main), omitted: file.omissions.list() };
}
