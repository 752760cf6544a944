import { type Command, InvalidArgumentError } from 'commander';
import { issueSays } from '../../../../common/json/issue-says.ts';
import { type Variables, variablesSchema } from '../../../../common/payload/saved.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { faultText, spoken } from '../terminal/language.ts';

const words = () => spoken('printing', printing);

/** Values for `{{var NAME}}` from the command line. */
export interface VariableChoices {
	readonly var?: Variables;
}

function readVariable(text: string, before: Variables = {}): Variables {
	const sign = text.indexOf('=');
	const parsed = variablesSchema.safeParse({ ...before, [text.slice(0, sign)]: text.slice(sign + 1) });
	if (sign > 0 && parsed.success) return parsed.data;
	const [issue] = parsed.error?.issues ?? [];
	const why = issue === undefined ? words().noName : faultText(issueSays(issue));
	throw new InvalidArgumentError(words().badVariable(why));
}

export function addVariableOption(command: Command): Command {
	return command.option('--var <name=value>', words().variable, readVariable);
}
