import type { Emit } from '../description/emitter.ts';
import { portedScript } from '../description/ported.ts';
import { datagrams } from './datagrams.ts';
import { CFile } from './file.ts';
import { streamClient, streamServer } from './streams.ts';

/** Writes C11 for Linux, with GNU's memmem and REG_STARTEND. */
export const emitC: Emit = (program, words) => {
	const { task, place } = program;
	// Both directions at once need threads or poll, which no other program here has.
	if (task.type === 'forward') return undefined;
	const file = new CFile(program, words, portedScript(program));
	if (program.tls !== undefined) file.omissions.add('tls');
	const isDatagram = place.transport === 'udp' || place.transport === 'unix-datagram' || task.type === 'ask';
	const main = isDatagram
		? datagrams(task, file)
		: task.type === 'serve'
			? streamServer(task, file)
			: streamClient(task, file);
	return main && { text: file.text(main), omitted: file.omissions.list() };
};
