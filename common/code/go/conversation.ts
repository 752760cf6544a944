import { FIRST_STATE } from '../../contract/config/first-state.ts';
import type { CodeAnswers } from '../description/program.ts';
import { ends, hasStates, resets, uses } from '../description/uses.ts';
import { answerLines, ruleLines, type Sending } from './answers.ts';
import { block, checked, type GoFile } from './file.ts';
import { withFile } from './files.ts';
import { messageLoop } from './framing.ts';
import { stringOf } from './literals.ts';
import { portedConversation } from './ported.ts';
import { tcpOf } from './tls.ts';
import { writeCall } from './values.ts';

/** Ends the sending direction. */
export const HALF = 'err := connection.(interface{ CloseWrite() error }).CloseWrite()';

function defineEnd(file: GoFile): void {
	file.import('io');
	file.define('end', [
		...file.note('endHere'),
		...block(
			'func end(connection net.Conn) error',
			checked(HALF),
			'_, err := io.Copy(io.Discard, connection)',
			'return err',
		),
	]);
}

function defineReset(file: GoFile): void {
	file.define('reset', [
		...file.note('reset'),
		...block(
			'func reset(connection net.Conn) error',
			file.program.place.transport === 'unix' ? 'return connection.Close()' : `return ${tcpOf(file)}.SetLinger(0)`,
		),
	]);
}

/** The function of a stream program for one connection; `shows`: it prints what it receives. */
export function defineServe(answers: CodeAnswers, file: GoFile, shows: boolean): void {
	const { onOpen, rules } = answers;
	const lines: string[] = file.script === undefined ? [] : portedConversation(file.script, answers, file);
	const leave: Sending = {
		send: (reply) => writeCall(reply, file),
		end: ['return end(connection)'],
		reset: ['return reset(connection)'],
	};
	if (ends(answers)) defineEnd(file);
	if (resets(answers)) defineReset(file);
	if (onOpen !== undefined) lines.push(...withFile(onOpen, answerLines(onOpen, leave, file), file));
	if (file.script === undefined && (onOpen === undefined || onOpen.after === 'keep')) {
		const counts = uses(answers, 'n');
		if (hasStates(answers)) lines.push(...file.note('state'), `state := ${stringOf(FIRST_STATE)}`);
		if (counts) lines.push('number := 0');
		const show = shows && rules.length > 0 ? ['fmt.Printf("%q\\n", data)'] : [];
		if (show.length > 0) file.import('fmt');
		const body = [...(counts ? ['number++'] : []), ...show, ...ruleLines(rules, leave, file)];
		lines.push(...messageLoop(answers, body, file));
	}
	file.import('net');
	file.define('serve', [
		...(shows ? [] : file.note('serve')),
		...block('func serve(connection net.Conn) error', shows ? ['defer connection.Close()'] : [], lines),
	]);
}
