import { type Action, type Match, type Responder, type Rule, SAMPLES } from '../../contract/config/responder.ts';
import type { CharsetName } from '../../payload/charsets/names.ts';
import { encodePlain } from '../../payload/written.ts';
import type { Omissions } from './omissions.ts';
import type { CodeAnswer, CodeAnswers, CodeFile, CodeMatch, CodeRule } from './program.ts';
import { nameValue, partsOf, type TemplateSetting } from './reply.ts';

/** What answers are described with. */
export interface AnswerSetting {
	readonly charset: CharsetName;
	readonly host: string | undefined;
	readonly omissions: Omissions;
}

const GROUP = /\((?!\?)|\(\?P?<([A-Za-z_]\w*)>/g;

/** The groups of a regular expression by their names. */
function groupsOf(match: Match): Map<string, number> {
	const groups = new Map<string, number>();
	if (match.type !== 'regex') return groups;
	const plain = match.pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]/gs, '..');
	for (const [at, [, name]] of [...plain.matchAll(GROUP)].entries()) {
		if (name !== undefined) groups.set(name, at + 1);
	}
	return groups;
}

/** Undefined for a match that no program is given. */
function matchOf(match: Match, { charset, omissions }: AnswerSetting): CodeMatch | undefined {
	switch (match.type) {
		case 'any':
			return match;
		case 'fields':
			omissions.add('fieldsRule', match.structure);
			return undefined;
		case 'regex':
			return match;
		default: {
			const encoded = encodePlain(match.pattern, charset);
			if (encoded.ok) return { type: match.type, bytes: encoded.bytes };
			omissions.add('charsetText', match.pattern.text);
			return undefined;
		}
	}
}

function fileOf({ file }: Action, setting: TemplateSetting): CodeFile | undefined {
	if (file === undefined) return undefined;
	const path = file.path.startsWith(SAMPLES) ? undefined : file.path;
	const name = file.name === undefined ? undefined : nameValue(file.name, setting);
	if (file.name === undefined ? path !== undefined : name !== undefined) {
		return { path, name, optional: file.missing === 'next' };
	}
	setting.omissions.add('file', file.name ?? file.path);
	return undefined;
}

function answerOf(action: Action, groups: ReadonlyMap<string, number>, setting: AnswerSetting): CodeAnswer {
	if (action.compose !== undefined) setting.omissions.add('composedReply', action.compose.structure);
	const template = { ...setting, groups };
	const reply = action.reply === undefined ? [] : partsOf(action.reply, template);
	return { delayMs: action.delayMs, reply, file: fileOf(action, template), after: action.after };
}

function ruleOf(rule: Rule, setting: AnswerSetting): CodeRule[] {
	const match = matchOf(rule.match, setting);
	if (match === undefined) return [];
	return [{ ...answerOf(rule, groupsOf(rule.match), setting), match, when: rule.when, next: rule.next }];
}

/** Without the rules that an earlier one never lets be reached. */
function reachable(rules: readonly CodeRule[]): readonly CodeRule[] {
	const last = rules.findIndex(({ match, when, file }) => match.type === 'any' && !when && file?.optional !== true);
	return last < 0 ? rules : rules.slice(0, last + 1);
}

/** What a responder answers. */
export function answersOf(responder: Responder, setting: AnswerSetting): Pick<CodeAnswers, 'onOpen' | 'rules'> {
	if (responder.join === true) setting.omissions.add('join');
	if (responder.script !== undefined) {
		setting.omissions.add('script');
		return { onOpen: undefined, rules: [] };
	}
	return {
		onOpen: responder.onOpen && answerOf(responder.onOpen, new Map(), setting),
		rules: reachable(responder.rules.flatMap((rule) => ruleOf(rule, setting))),
	};
}
