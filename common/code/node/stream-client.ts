import type { CodeStep, CodeTask } from '../description/program.ts';
import { conversation, defineSend } from './conversation.ts';
import { block, type NodeFile } from './file.ts';
import { bufferOf, bytesOf } from './literals.ts';
import { nameOthers, optionsOf, placeProperties } from './sockets.ts';
import { tlsProperties } from './tls.ts';

type Client = Exclude<CodeTask, { type: 'serve' | 'ask' }>;

const CHUNKS = 'socket.iterator({ destroyOnReturn: false })';

function defineExpect(file: NodeFile): void {
	file.import('node:events', 'once');
	file.define('expect', [
		...file.note('expect'),
		...block(
			'async function expect(socket, expected)',
			'let received;',
			file.note('readExactly'),
			block(
				'while ((received = socket.read(expected.length)) === null)',
				"if (socket.readableEnded || socket.destroyed) throw new Error('the peer has ended');",
				"await Promise.race([once(socket, 'readable'), once(socket, 'end')]);",
			),
			block(
				'if (!received.equals(expected))',
				`throw new Error(\`expected \${expected.toString('latin1')}, received \${received.toString('latin1')}\`);`,
			),
			"console.log('received', received.toString());",
		),
	]);
}

function stepLines(step: CodeStep, file: NodeFile): string[] {
	switch (step.type) {
		case 'send':
			defineSend(file);
			return [`await send(socket, ${bytesOf(step.bytes, file)});`];
		case 'receive':
			defineExpect(file);
			return [`await expect(socket, ${bufferOf(step.bytes, file)});`];
		case 'receive-end':
			return block(
				`for await (const rest of ${CHUNKS})`,
				`throw new Error(\`expected the end, received \${rest.toString('latin1')}\`);`,
			);
		case 'receive-all':
			return [...file.note('untilEnd'), ...block(`for await (const data of ${CHUNKS})`, 'process.stdout.write(data);')];
		case 'wait':
			file.import('node:timers/promises', 'setTimeout as sleep');
			return [`await sleep(${step.ms});`];
		case 'end':
			return [...file.note('half'), 'socket.end();'];
	}
}

function typed(file: NodeFile): string[] {
	file.import('node:readline', 'createInterface');
	defineSend(file);
	return [
		`const answers = ${CHUNKS};`,
		...block(
			'for await (const line of createInterface({ input: process.stdin }))',
			`if (line === '') continue; // ${file.words.comments.emptyLine}`,
			'await send(socket, line);',
			'const { value, done } = await answers.next();',
			'if (done) break;',
			'console.log(value.toString());',
		),
		'socket.end();',
		'socket.resume();',
	];
}

/** The last lines of a stream client. */
export function streamClient(task: Client, file: NodeFile): string[] {
	const { place } = file.program;
	const isSecure = file.program.tls !== undefined;
	file.import(isSecure ? 'node:tls' : 'node:net', 'connect');
	const tls = tlsProperties(file.program.tls, file);
	file.import('node:events', 'once');
	const address = placeProperties(place, file);
	nameOthers(file, ['stream']);
	const { properties, notes } = optionsOf('stream', file);
	const ended = task.type === 'talk' ? ['socket.end();'] : [];
	const body =
		task.type === 'answer'
			? conversation(task, file, true)
			: task.type === 'type'
				? typed(file)
				: task.steps.flatMap((step) => stepLines(step, file));
	return [
		...file.note('halfOpenNode'),
		...notes,
		`const socket = connect({ ${[...address, 'allowHalfOpen: true', ...tls, ...properties].join(', ')} });`,
		...file.note('connectAll'),
		`await once(socket, '${isSecure ? 'secureConnect' : 'connect'}');`,
		...body,
		...ended,
	];
}
