import type { CodeForward, CodeTls } from '../description/program.ts';
import { block, closed, type NodeFile } from './file.ts';
import { stringOf } from './literals.ts';
import { optionsOf, placeProperties } from './sockets.ts';
import { tlsProperties } from './tls.ts';

function targetOf({ target }: CodeForward, file: NodeFile): void {
	file.constant('TARGET', [`{ host: ${stringOf(target.host)}, port: ${target.port} }`]);
}

/** The statement that passes on in one direction; a pipe passes on the end, too. */
function passing(from: string, to: string, ms: number, file: NodeFile): string[] {
	if (ms === 0) return [`${from}.pipe(${to});`];
	file.import('node:timers/promises', 'setTimeout as sleep');
	file.import('node:stream/promises', 'pipeline');
	file.define('delayed', [
		...file.note('faultDelay'),
		...block(
			'async function* delayed(chunks, ms)',
			block('for await (const chunk of chunks)', 'await sleep(ms);', 'yield chunk;'),
		),
	]);
	const chunks = `delayed(${from}.iterator({ destroyOnReturn: false }), ${ms})`;
	return [`pipeline(${chunks}, ${to}).catch(() => ${to}.destroy());`];
}

/** The last lines of a TCP proxy. */
export function tcpProxy(task: CodeForward, file: NodeFile): string[] {
	const { tls } = file.program;
	const { targetTls } = task;
	file.import(tls === undefined ? 'node:net' : 'node:tls', 'createServer');
	file.import(targetTls === undefined ? 'node:net' : 'node:tls', 'connect');
	const address = placeProperties(file.program.place, file);
	targetOf(task, file);
	const { properties } = optionsOf('stream', file);
	const settings = (side: CodeTls | undefined): string =>
		['allowHalfOpen: true', ...tlsProperties(side, file), ...properties].join(', ');
	const accept = block(
		`const server = createServer({ ${settings(tls)} }, (client) =>`,
		`const target = connect({ ...TARGET, ${settings(targetTls)} });`,
		file.note('forward'),
		passing('client', 'target', task.delays.toTarget, file),
		passing('target', 'client', task.delays.toClient, file),
		file.note('clientGone'),
		closed('});', block("client.on('error', () =>", 'target.destroy();')),
		closed('});', block("target.on('error', (error) =>", 'console.error(error.message);', 'client.destroy();')),
	);
	return [
		...file.note('halfOpenNode'),
		...closed('});', accept),
		`server.listen({ ${[...address, `backlog: ${task.backlog}`].join(', ')} }, () => {`,
		'  const { address, port } = server.address();',
		`  console.log(\`listening on \${address}, port \${port}\`);`,
		'});',
	];
}

/** The last lines of a UDP proxy. */
export function udpProxy(task: CodeForward, file: NodeFile): string[] {
	const { place } = file.program;
	const { delays, idleMs, target } = task;
	file.import('node:dgram', 'createSocket');
	file.import('node:events', 'once');
	placeProperties(place, file);
	targetOf(task, file);
	const family = (host: string): string => (host.includes(':') ? 'udp6' : 'udp4');
	const type = family('host' in place ? place.host : '');
	const waited = (ms: number, call: string): string[] =>
		ms === 0 ? [`${call};`] : [...file.note('faultDelay'), `setTimeout(() => ${call}, ${ms});`];
	const event = (head: string, ...body: readonly string[]): string[] => closed('});', block(head, body));
	file.define('targetFor', [
		...file.note('ownSocket'),
		...block(
			'async function targetFor(peer)',
			`const target = createSocket('${family(target.host)}');`,
			'target.connect(TARGET.port, TARGET.host);',
			"await once(target, 'connect');",
			file.note('forgotten'),
			closed(
				`}, ${idleMs});`,
				block(
					'const idle = setTimeout(() =>',
					`targets.delete(\`\${peer.address} \${peer.port}\`);`,
					'target.close();',
				),
			),
			event(
				"target.on('message', (data) =>",
				'idle.refresh();',
				...waited(delays.toClient, 'socket.send(data, peer.port, peer.address)'),
			),
			"target.on('error', (error) => console.error(error.message));",
			'return { target, idle };',
		),
	]);
	return [
		'const targets = new Map();',
		`const socket = createSocket('${type}');`,
		...file.note('recvfrom'),
		...event(
			"socket.on('message', async (data, peer) =>",
			`const key = \`\${peer.address} \${peer.port}\`;`,
			'if (!targets.has(key)) targets.set(key, targetFor(peer));',
			'const { target, idle } = await targets.get(key);',
			'idle.refresh();',
			...waited(delays.toTarget, 'target.send(data)'),
		),
		'socket.bind(PORT, HOST);',
		"await once(socket, 'listening');",
		'const { address, port } = socket.address();',
		`console.log(\`bound to \${address}, port \${port}\`);`,
	];
}
