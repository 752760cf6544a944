import { FIRST_STATE } from '../../contract/config/first-state.ts';
import type { CodeAnswers } from '../description/program.ts';
import { ends, hasStates, uses } from '../description/uses.ts';
import { answerLines, ruleLines, type Sending } from './answers.ts';
import { block, type NodeFile } from './file.ts';
import { messageLoop } from './framing.ts';
import { stringOf } from './literals.ts';
import { scriptConversation } from './script.ts';
import { canReset } from './sockets.ts';

/** A function that waits until the peer has room for more. */
export function defineSend(file: NodeFile): void {
	file.import('node:events', 'once');
	file.define(
		'send',
		block(
			'async function send(socket, bytes)',
			file.note('writeAll'),
			"if (!socket.write(bytes)) await once(socket, 'drain');",
		),
	);
}

function resetLines(file: NodeFile): string[] {
	return canReset(file.program)
		? [...file.note('resetNode'), 'socket.resetAndDestroy();']
		: [...file.note('noResetNode'), 'socket.destroy();'];
}

/** What a stream program does on one connection; `shows`: it prints what it receives. */
export function conversation(answers: CodeAnswers, file: NodeFile, shows: boolean): string[] {
	const { framing, onOpen, rules } = answers;
	if (file.script !== undefined) return scriptConversation(answers, file.script, file);
	const lines: string[] = [];
	const leave: Sending = {
		send: (expression) => `await send(socket, ${expression});`,
		end: ['break;'],
		reset: [...resetLines(file), 'return;'],
	};
	if (onOpen !== undefined) lines.push(...answerLines(onOpen, { ...leave, end: [] }, file));
	if (onOpen === undefined || onOpen.after === 'keep') {
		const counts = uses(answers, 'n');
		if (hasStates(answers)) lines.push(...file.note('state'), `let state = ${stringOf(FIRST_STATE)};`);
		if (counts) lines.push('let number = 0;');
		const { before, head } = messageLoop(framing, { eol: uses(answers, 'eol'), head: uses(answers, 'head') }, file);
		const body = [
			...(counts ? ['number += 1;'] : []),
			...(shows && rules.length > 0 ? ['console.log(data.toString());'] : []),
			...ruleLines(rules, leave, file),
		];
		lines.push(...before, ...block(head, body));
	}
	if (lines.some((line) => line.includes('send(socket'))) defineSend(file);
	if (!ends(answers)) return [...lines, 'socket.end();'];
	return [...lines, ...file.note('endHereNode'), 'socket.end();', 'socket.resume();'];
}
