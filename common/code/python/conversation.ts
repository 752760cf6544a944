import { FIRST_STATE } from '../../contract/config/first-state.ts';
import type { CodeAnswers } from '../description/program.ts';
import { ends, hasStates, resets, uses } from '../description/uses.ts';
import { answerLines, ruleLines, type Sending } from './answers.ts';
import { block, type PythonFile } from './file.ts';
import { messageLoop } from './framing.ts';
import { stringOf } from './literals.ts';
import { portedConversation } from './ported.ts';

function defineReset(file: PythonFile): void {
	file.import('struct', 'socket');
	if (file.io.module === 'asyncio') {
		file.define(
			'reset',
			block(
				'def reset(writer):',
				file.doc('reset'),
				"connection = writer.get_extra_info('socket')",
				"connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))",
				'writer.transport.abort()',
			),
		);
		return;
	}
	file.define(
		'reset',
		block(
			'def reset(connection):',
			file.doc('reset'),
			"connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))",
			'connection.close()',
		),
	);
}

/** What a stream program does on one connection; `shows`: it prints what it receives. */
export function conversation(answers: CodeAnswers, file: PythonFile, shows: boolean): string[] {
	const { onOpen, rules } = answers;
	if (file.script !== undefined) return portedConversation(file.script, answers, file);
	const lines: string[] = [];
	const leave: Sending = {
		send: file.io.send,
		end: ['break'],
		reset: [`reset(${file.io.peer})`, 'return'],
	};
	if (resets(answers)) defineReset(file);
	if (onOpen !== undefined) lines.push(...answerLines(onOpen, { ...leave, end: [] }, file));
	if (onOpen === undefined || onOpen.after === 'keep') {
		const counts = uses(answers, 'n');
		if (hasStates(answers)) lines.push(...file.note('state'), `state = ${stringOf(FIRST_STATE)}`);
		if (counts) lines.push('number = 0');
		const { before, head, first } = messageLoop(answers, file);
		const show = shows && rules.length > 0 ? ['print(data)'] : [];
		const body = [...first, ...(counts ? ['number += 1'] : []), ...show, ...ruleLines(rules, leave, file)];
		// One message and its answer are no loop.
		const once = head.startsWith('while ') && body.at(-1) === 'break';
		lines.push(...before, ...(once ? block(head.replace('while', 'if'), body.slice(0, -1)) : block(head, body)));
	}
	if (!ends(answers)) return lines;
	if (file.program.tls !== undefined) return [...lines, ...file.note('closeNotify'), file.io.end];
	return [...lines, ...file.note('endHere'), file.io.end, ...block(`while ${file.io.read('65536')}:`, 'pass')];
}
