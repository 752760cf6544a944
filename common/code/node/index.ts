import type { Emit } from '../description/emitter.ts';
import { datagrams } from './datagrams.ts';
import { NodeFile } from './file.ts';
import { tcpProxy, udpProxy } from './proxies.ts';
import { runnableScript } from './script.ts';
import { streamClient } from './stream-client.ts';
import { streamServer } from './stream-server.ts';

/** Writes an ES module for Node 20.11 or later. Node has no Unix datagram sockets. */
export const emitNode: Emit = (program, words) => {
	const { task, place } = program;
	if (place.transport === 'unix-datagram') return undefined;
	const file = new NodeFile(program, words, runnableScript(program));
	if (task.type === 'forward') {
		const lines = place.transport === 'udp' ? udpProxy(task, file) : tcpProxy(task, file);
		return { text: file.text(lines), omitted: file.omissions.list() };
	}
	const isDatagram = place.transport === 'udp' || task.type === 'ask';
	const main = isDatagram
		? datagrams(task, file)
		: task.type === 'serve'
			? streamServer(task, file)
			: streamClient(task, file);
	return { text: file.text(main), omitted: file.omissions.list() };
};
