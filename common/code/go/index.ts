import type { Emit } from '../description/emitter.ts';
import { portedScript } from '../description/ported.ts';
import { datagrams } from './datagrams.ts';
import { GoFile } from './file.ts';
import { tcpProxy, udpProxy } from './proxies.ts';
import { streamClient } from './stream-client.ts';
import { streamServer } from './stream-server.ts';

/** Writes Go 1.18 or later, without other modules. */
export const emitGo: Emit = (program, words) => {
	const { task, place } = program;
	const file = new GoFile(program, words, portedScript(program));
	if (task.type === 'forward') {
		const lines = place.transport === 'udp' ? udpProxy(task, file) : tcpProxy(task, file);
		return { text: file.text(lines), omitted: file.omissions.list() };
	}
	const isDatagram = place.transport === 'udp' || place.transport === 'unix-datagram' || task.type === 'ask';
	const main = isDatagram
		? datagrams(task, file)
		: task.type === 'serve'
			? streamServer(task, file)
			: streamClient(task, file);
	return { text: file.text(main), omitted: file.omissions.list() };
};
