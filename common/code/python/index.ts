import type { CodeStyle, Emit, Emitted } from '../description/emitter.ts';
import { portedScript } from '../description/ported.ts';
import { asyncioServer } from './asyncio.ts';
import { datagrams } from './datagrams.ts';
import { PythonFile } from './file.ts';
import { ASYNCIO, BLOCKING, type PythonIo, SECURE, SELECTORS, THREADS } from './io.ts';
import { asyncioProxy, tcpProxy, udpProxy } from './proxies.ts';
import { selectorsServer } from './selectors.ts';
import { socketServer } from './socket-server.ts';
import { streamClient } from './stream-client.ts';
import { streamServer } from './stream-server.ts';

const IO: Partial<Readonly<Record<CodeStyle, PythonIo>>> = {
	threads: THREADS,
	selectors: SELECTORS,
	asyncio: ASYNCIO,
	socketserver: THREADS,
};

/**
 * The styles of programs with TLS. Two threads must not use one connection of the module ssl at the same time, as those of a
 * proxy would; the other styles would need ways of their own to shake hands and to end.
 */
const SECURE_STYLES: Readonly<Record<'forward' | 'other', readonly CodeStyle[]>> = {
	forward: ['asyncio'],
	other: ['blocking', 'threads'],
};

function finish(file: PythonFile, main: readonly string[]): Emitted {
	return { text: file.text(main), omitted: file.omissions.list() };
}

/** Writes Python 3.10 or later. Clients and single sockets have one style. */
export function emitPython(
	style: Extract<CodeStyle, 'blocking' | 'threads' | 'selectors' | 'asyncio' | 'socketserver'>,
): Emit {
	return (program, words) => {
		const { task, place } = program;
		const isStream = place.transport === 'tcp' || place.transport === 'unix';
		const isSecure = program.tls !== undefined || (task.type === 'forward' && task.targetTls !== undefined);
		if (isSecure && !SECURE_STYLES[task.type === 'forward' ? 'forward' : 'other'].includes(style)) return undefined;
		const io = isSecure && task.type !== 'forward' ? SECURE : (IO[style] ?? BLOCKING);
		// TLS has one direction at a time in a thread, and clients of a chat are sent to from any.
		const script = isSecure ? undefined : portedScript(program);
		const file = new PythonFile(program, words, io, script);
		if (task.type === 'forward') {
			if (style === 'threads') return finish(file, isStream ? tcpProxy(task, file) : udpProxy(task, file));
			return style === 'asyncio' && isStream ? finish(file, asyncioProxy(task, file)) : undefined;
		}
		if (task.type === 'serve' && style === 'socketserver') {
			// A path of the system's choice is no address of a server.
			return 'path' in place && place.path === '' ? undefined : finish(file, socketServer(task, file));
		}
		if (style === 'blocking' && (!isStream || task.type === 'ask')) return finish(file, datagrams(task, file));
		if (style === 'blocking' && task.type !== 'serve' && task.type !== 'ask')
			return finish(file, streamClient(task, file));
		if (!isStream || task.type !== 'serve') return undefined;
		// A loop that serves one client at a time needs no selector and no threads.
		if (task.oneAtATime && (style === 'selectors' || style === 'threads')) return undefined;
		if (style === 'selectors') return finish(file, selectorsServer(task, file));
		if (style === 'asyncio') return finish(file, asyncioServer(task, file));
		return finish(file, streamServer(task, style === 'threads' ? 'threads' : 'blocking', file));
	};
}
