import type { CodeStyle, Emit } from '../description/emitter.ts';
import { portedScript } from '../description/ported.ts';
import { datagrams } from './datagrams.ts';
import { CFile } from './file.ts';
import { tcpProxy, udpProxy } from './proxies.ts';
import { streamClient } from './stream-client.ts';
import { streamServer } from './stream-server.ts';

/** Writes C11 for Linux, with GNU's memmem and REG_STARTEND. Only what has several connections has threads. */
export function emitC(style: Extract<CodeStyle, 'blocking' | 'threads'>): Emit {
	return (program, words) => {
		const { task, place } = program;
		const file = new CFile(program, words, style, portedScript(program));
		const targetTls = task.type === 'forward' ? task.targetTls : undefined;
		if (program.tls !== undefined || targetTls !== undefined) file.omissions.add('tls');
		const isDatagram = place.transport === 'udp' || place.transport === 'unix-datagram' || task.type === 'ask';
		const isShared = task.type === 'forward' || (task.type === 'serve' && !isDatagram && !task.oneAtATime);
		if (style === 'threads' ? !isShared : task.type === 'forward') return undefined;
		const main =
			task.type === 'forward'
				? isDatagram
					? udpProxy(task, file)
					: tcpProxy(task, file)
				: isDatagram
					? datagrams(task, file)
					: task.type === 'serve'
						? streamServer(task, file)
						: streamClient(task, file);
		return main && { text: file.text(main), omitted: file.omissions.list() };
	};
}
