// Turns zod's own issues into sentences.
import '../../../../common/contract/base/issue-words.ts';
import { type Command, InvalidArgumentError } from 'commander';
import { type Variables, variablesSchema } from '../../../../common/payload/saved.ts';

/** Values for `{{var NAME}}` from the command line. */
export interface VariableChoices {
	readonly var?: Variables;
}

function readVariable(text: string, before: Variables = {}): Variables {
	const sign = text.indexOf('=');
	const parsed = variablesSchema.safeParse({ ...before, [text.slice(0, sign)]: text.slice(sign + 1) });
	if (sign > 0 && parsed.success) return parsed.data;
	throw new InvalidArgumentError(`It is NAME=VALUE; ${parsed.error?.issues[0]?.message ?? 'the name is missing.'}`);
}

export function addVariableOption(command: Command): Command {
	return command.option('--var <name=value>', 'the value of {{var NAME}} in templates; may be repeated', readVariable);
}

export const TEMPLATE_HELP = 'is a template, as in "n={{counter}} {{time iso}}" (see docs/templates.md)';
