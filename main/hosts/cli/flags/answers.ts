import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { type Responder, responderSchema } from '../../../../common/contract/config/responder.ts';
import { validated } from '../../../../common/json/validated.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';
import { compileResponder } from '../../../../common/responder/index.ts';
import { checked, readJson } from './json-file.ts';
import { addScriptOptions, type ScriptChoices, scriptResponder } from './script.ts';

/** The command line's options for an endpoint's answers. */
export interface AnswerChoices extends ScriptChoices {
	/** The reply to each message, a template in escaped text. */
	readonly reply?: string | undefined;
	/** File with rules as JSON. */
	readonly rules?: string | undefined;
	/** Milliseconds before each answer. */
	readonly answerAfter?: number | undefined;
	/** The folder whose files are served. */
	readonly folder?: string | undefined;
}

export function addAnswerOptions(command: Command): Command {
	return addScriptOptions(command)
		.option('--reply <text>', 'answer each message; a template with escapes, as in "got {{data}}\\n"')
		.option(
			'--rules <file>',
			'answer by the rules in this JSON file (see docs/guide.md, and "wirebench presets --json")',
		)
		.option('--answer-after <ms>', 'wait so long before each answer, whatever the rules say', milliseconds)
		.option('--folder <dir>', 'the folder whose files are answered with, as by the preset http-server');
}

function milliseconds(text: string): number {
	const value = Number(text);
	if (/^\d{1,9}$/.test(text) && value <= LIMITS.delayMs) return value;
	throw new InvalidArgumentError(`It is a whole number of milliseconds, at most ${LIMITS.delayMs}.`);
}

/** The rules in a file: a list of them, or an object with `onOpen` and `rules` as in an endpoint's config. */
function readRules(file: string, charset: CharsetName): Responder {
	const written = readJson(file);
	const responder = checked(file, responderSchema, Array.isArray(written) ? { rules: written } : written);
	if (responder.rules.length === 0 && responder.onOpen === undefined && responder.script === undefined) {
		throw new WirebenchError(
			'bad-input',
			`${file}: It has no rule, so nothing would be answered: write one, or leave --rules out.`,
		);
	}
	try {
		compileResponder(responder, '', charset);
	} catch (error) {
		if (!(error instanceof WirebenchError)) throw error;
		const { path = '', position } = error.details;
		const place = `${path.replace(/^\./, '')}${position === undefined ? '' : `, character ${position + 1}`}`;
		throw new WirebenchError('bad-input', `${file}: ${place}: ${error.message}`);
	}
	return responder;
}

/** Answers every message with `text`; the reply on connect stays. */
function replyToAll(text: string, before: Responder): Responder {
	const rule = { match: { type: 'any' }, reply: { format: 'escaped', text } };
	return validated(responderSchema, { onOpen: before.onOpen, rules: [rule] });
}

function withDelay(responder: Responder, delayMs: number): Responder {
	if (responder.rules.length > 0) return { ...responder, rules: responder.rules.map((rule) => ({ ...rule, delayMs })) };
	throw new WirebenchError(
		'bad-input',
		'No rule answers: --answer-after is for those of a preset, --reply or --rules.',
	);
}

/** The same answers with files from another folder. */
function withFolder(responder: Responder, folder: string): Responder {
	const path = resolve(folder);
	if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
		throw new WirebenchError('bad-input', `There is no folder ${path}.`);
	}
	if (!responder.rules.some(({ file }) => file?.name !== undefined)) {
		throw new WirebenchError(
			'bad-input',
			'No rule answers with the files of a folder: --folder is for the preset http-server.',
		);
	}
	const rules = responder.rules.map(({ file, ...rule }) => ({
		...rule,
		...(file && { file: file.name === undefined ? file : { ...file, path } }),
	}));
	return { ...responder, rules };
}

/** The responder from the options, based on the preset's, with text in `charset`; undefined without such options. */
export function chosenResponder(choices: AnswerChoices, preset: unknown, charset: CharsetName): Responder | undefined {
	const { script, reply, rules, answerAfter, folder } = choices;
	if ([script, reply, rules].filter((each) => each !== undefined).length > 1) {
		throw new WirebenchError('bad-input', 'One of them answers: --script, --reply or --rules.');
	}
	const before = validated(responderSchema, preset ?? {});
	const scripted = scriptResponder(choices, before);
	if (scripted !== undefined) return validated(responderSchema, scripted);
	let chosen: Responder | undefined;
	if (rules !== undefined) chosen = readRules(rules, charset);
	if (reply !== undefined) chosen = replyToAll(reply, before);
	if (answerAfter !== undefined) chosen = withDelay(chosen ?? before, answerAfter);
	if (folder !== undefined) chosen = withFolder(chosen ?? before, folder);
	return chosen;
}
