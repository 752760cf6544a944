import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { type Responder, responderSchema } from '../../../../common/contract/config/responder.ts';
import { validated } from '../../../../common/json/validated.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';
import { compileResponder } from '../../../../common/responder/index.ts';
import { answering } from '../../../../common/words/en/cli/answering.ts';
import { values } from '../../../../common/words/en/cli/values.ts';
import { checked } from '../files/json-file.ts';
import type { BesideStructures } from '../files/structures-beside.ts';
import { errorTexts, spoken } from '../terminal/language.ts';
import { rulesIn } from './rules-file.ts';
import { addScriptOptions, type ScriptChoices, scriptResponder } from './script.ts';

const answeringWords = () => spoken('answering', answering);
const valuesWords = () => spoken('values', values);

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
		.option('--reply <text>', answeringWords().reply)
		.option('--rules <file>', answeringWords().rules)
		.option('--answer-after <ms>', answeringWords().answerAfter, milliseconds)
		.option('--folder <dir>', answeringWords().folder);
}

function milliseconds(text: string): number {
	const value = Number(text);
	if (/^\d{1,9}$/.test(text) && value <= LIMITS.delayMs) return value;
	throw new InvalidArgumentError(valuesWords().milliseconds(LIMITS.delayMs));
}

/** The rules in a file: a list of them, or an object with `onOpen` and `rules` as in an endpoint's config, and `structures`. */
function readRules(file: string, { rest: written, programs }: BesideStructures, charset: CharsetName): Responder {
	const responder = checked(file, responderSchema, Array.isArray(written) ? { rules: written } : written);
	if (responder.rules.length === 0 && responder.onOpen === undefined && responder.script === undefined) {
		throw new WirebenchError('bad-input', answeringWords().noRule(file));
	}
	try {
		compileResponder(responder, '', charset, programs);
	} catch (error) {
		if (!(error instanceof WirebenchError)) throw error;
		const { path = '', position } = error.details;
		const rule = path.replace(/^\./, '');
		const place = position === undefined ? rule : answeringWords().character(rule, position + 1);
		throw new WirebenchError('bad-input', `${file}: ${place}: ${errorTexts(error).message}`);
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
	throw new WirebenchError('bad-input', answeringWords().noAnswers);
}

/** The same answers with files from another folder. */
function withFolder(responder: Responder, folder: string): Responder {
	const path = resolve(folder);
	if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
		throw new WirebenchError('bad-input', answeringWords().noFolder(path));
	}
	if (!responder.rules.some(({ file }) => file?.name !== undefined)) {
		throw new WirebenchError('bad-input', answeringWords().noFolderRule);
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
		throw new WirebenchError('bad-input', answeringWords().oneAnswers);
	}
	const before = validated(responderSchema, preset ?? {});
	const scripted = scriptResponder(choices, before);
	if (scripted !== undefined) return validated(responderSchema, scripted);
	let chosen: Responder | undefined;
	if (rules !== undefined) chosen = readRules(rules, rulesIn(choices, rules), charset);
	if (reply !== undefined) chosen = replyToAll(reply, before);
	if (answerAfter !== undefined) chosen = withDelay(chosen ?? before, answerAfter);
	if (folder !== undefined) chosen = withFolder(chosen ?? before, folder);
	return chosen;
}
