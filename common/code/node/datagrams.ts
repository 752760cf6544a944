import { FIRST_STATE } from '../../contract/config/first-state.ts';
import type { CodeAnswers, CodeTask } from '../description/program.ts';
import { hasStates, uses } from '../description/uses.ts';
import { answerLines, ruleLines, type Sending } from './answers.ts';
import { block, closed, type NodeFile } from './file.ts';
import { bytesOf, stringOf } from './literals.ts';
import { nameOthers, optionsOf, placeProperties } from './sockets.ts';

/** Values of which a datagram has none. */
function absent(answers: CodeAnswers): string[] {
	return (['eol', 'head'] as const)
		.filter((name) => uses(answers, name))
		.map((name) => `const ${name} = Buffer.alloc(0);`);
}

function server(task: Extract<CodeTask, { type: 'serve' }>, file: NodeFile): string[] {
	const sending: Sending = {
		send: (expression) => `socket.send(${expression}, peer.port, peer.address);`,
		end: [],
		reset: [],
	};
	const counts = uses(task, 'n');
	if (hasStates(task)) file.omissions.add('states');
	const rules = task.rules.map((rule) => ({ ...rule, when: undefined, next: undefined }));
	const body = [...(counts ? ['number += 1;'] : []), ...ruleLines(rules, sending, file)];
	const isAsync = body.some((line) => line.includes('await '));
	const handler = block(`socket.on('message', ${isAsync ? 'async ' : ''}(data, peer) =>`, body);
	return [
		...absent(task),
		...(counts ? ['let number = 0;'] : []),
		...file.note('recvfrom'),
		...closed('});', handler),
		'socket.bind(PORT, HOST);',
		"await once(socket, 'listening');",
		'const { address, port } = socket.address();',
		`console.log(\`bound to \${address}, port \${port}\`);`,
	];
}

function asking(task: Extract<CodeTask, { type: 'ask' }>, file: NodeFile): string[] {
	const tries = task.repeats + 1;
	file.constant('MESSAGES', ['[', ...task.messages.map((one) => `  ${bytesOf(one, file)},`), ']']);
	const once = [
		'socket.send(message);',
		...block(
			'try',
			`const [data] = await once(socket, 'message', { signal: AbortSignal.timeout(${task.timeoutMs}) });`,
			'console.log(data.toString());',
			tries > 1 ? 'break;' : [],
		).slice(0, -1),
		'} catch (error) {',
		...file.note('noAnswer').map((line) => `  ${line}`),
		"  console.log(error.name === 'AbortError' ? 'no answer' : error.message);",
		'}',
	];
	const many = tries > 1 ? block(`for (let tries = ${tries}; tries > 0; tries -= 1)`, once) : once;
	return [...block('for (const message of MESSAGES)', many), 'socket.close();'];
}

function clientLines(task: Exclude<CodeTask, { type: 'serve' }>, file: NodeFile): string[] {
	switch (task.type) {
		case 'ask':
			return asking(task, file);
		case 'answer': {
			const sending: Sending = {
				send: (expression) => `socket.send(${expression});`,
				end: ['socket.close();', 'break;'],
				reset: ['socket.close();', 'break;'],
			};
			const open = task.onOpen === undefined ? [] : answerLines(task.onOpen, { ...sending, end: [], reset: [] }, file);
			const states = hasStates(task) ? [`let state = ${stringOf(FIRST_STATE)};`] : [];
			file.import('node:events', 'on');
			const body = block(
				"for await (const [data] of on(socket, 'message', { close: ['close'] }))",
				'console.log(data.toString());',
				ruleLines(task.rules, sending, file),
			);
			return [...absent(task), ...states, ...open, ...body];
		}
		case 'talk':
			return [
				...task.steps.flatMap((step) => {
					if (step.type === 'send') return [`socket.send(${bytesOf(step.bytes, file)});`];
					if (step.type !== 'receive' && step.type !== 'receive-all') return [];
					return block('', "const [data] = await once(socket, 'message');", 'console.log(data.toString());').map(
						(line) => (line.trimStart() === '{' ? '{' : line),
					);
				}),
				'socket.close();',
			];
		case 'type':
			file.import('node:readline', 'createInterface');
			return [
				...block(
					'for await (const line of createInterface({ input: process.stdin }))',
					'socket.send(line);',
					"const [data] = await once(socket, 'message');",
					'console.log(data.toString());',
				),
				'socket.close();',
			];
	}
}

/** The last lines of a program for UDP. */
export function datagrams(task: CodeTask, file: NodeFile): string[] {
	const { place } = file.program;
	file.import('node:dgram', 'createSocket');
	file.import('node:events', 'once');
	placeProperties(place, file);
	nameOthers(file, ['datagram', 'bound']);
	const { properties, notes } = optionsOf('datagram', file);
	const bound = optionsOf('bound', file);
	const type = 'host' in place && place.host.includes(':') ? 'udp6' : 'udp4';
	const calls = [...bound.notes, ...bound.properties.map((call) => `socket.${call};`)];
	const create = [...notes, `const socket = createSocket({ ${[`type: '${type}'`, ...properties].join(', ')} });`];
	if (task.type === 'serve') return [...create, ...server(task, file), ...calls];
	return [
		...create,
		...file.note('connectedUdp'),
		'socket.connect(PORT, HOST);',
		"await once(socket, 'connect');",
		...calls,
		...clientLines(task, file),
	];
}
