import type { PortedScript } from '../description/ported.ts';
import type { CodeAnswers } from '../description/program.ts';
import { ends, hasStates, resets } from '../description/uses.ts';
import { answerLines, ruleLines, STREAM, shortened } from './answers.ts';
import { block, type CFile } from './file.ts';
import { defineMessage, messageLoop } from './framing.ts';
import { show } from './helpers.ts';
import { definePorted } from './ported.ts';

/** Defines `serve`, what a stream program does on one connection; `shows`: it prints what it receives. */
export function defineServe(answers: CodeAnswers, file: CFile, shows: boolean): void {
	const { onOpen } = answers;
	defineMessage(answers, file);
	if (file.script !== undefined) {
		defineScripted(file.script, answers, file);
		return;
	}
	if (hasStates(answers)) file.omissions.add('states');
	const send = STREAM(file);
	const rules = answers.rules.map((rule) => ({ ...rule, when: undefined, next: undefined }));
	const listens = onOpen === undefined || onOpen.after === 'keep';
	if (listens) {
		const body =
			rules.length === 0
				? ['(void)connection;', ...file.note('readsOnly'), ...show('message->data', 'message->length'), 'return true;']
				: [...(shows ? show('message->data', 'message->length') : []), ...ruleLines(rules, send, 'return true;', file)];
		file.define('answer', [
			...file.note('answerC'),
			...block('static bool answer(int connection, const struct message *message)', withUsed(body)),
		]);
	}
	const opening = onOpen === undefined ? [] : answerLines(onOpen, [], send, file);
	if (opening.length > 0) {
		const isDone = opening.at(-1) === 'return false;';
		const body = shortened(isDone ? opening : [...opening, 'return true;']);
		file.define('greet', block('static bool greet(int connection)', body));
	}
	const drain =
		ends(answers) || resets(answers)
			? [
					'char unread[4096];',
					...file.note('endHere'),
					'shutdown(connection, SHUT_WR);',
					'while (recv(connection, unread, sizeof unread, 0) > 0) continue;',
				]
			: [];
	const greeted = opening.length === 0 ? [] : listens ? ['if (!greet(connection)) return;'] : ['greet(connection);'];
	file.define('serve', [
		...file.note('serve'),
		...block(
			'static void serve(int connection)',
			greeted,
			listens ? messageLoop(answers, file) : [],
			resets(answers) ? [] : drain,
		),
	]);
}

/** What it does on one connection that the script of a preset serves. */
function defineScripted(script: PortedScript, answers: CodeAnswers, file: CFile): void {
	const { before, after } = definePorted(script, file);
	file.define('serve', [
		...file.note('serve'),
		...block('static void serve(int connection)', before, messageLoop(answers, file), after),
	]);
}

/** A parameter that an answer does not use. */
function withUsed(body: readonly string[]): string[] {
	const uses = (name: string) => body.some((line) => new RegExp(`\\b${name}\\b`).test(line));
	return [
		...(uses('connection') ? [] : ['(void)connection;']),
		...(uses('message') ? [] : ['(void)message;']),
		...body,
	];
}
