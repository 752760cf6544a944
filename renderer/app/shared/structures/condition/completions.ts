import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { FUNCTIONS } from '../../../../../common/structure/expression/ast.ts';
import type { Program } from '../../../../../common/structure/index.ts';
import { fieldPaths } from '../../../../../common/structure/program/paths.ts';

/**
 * What can be written in a condition over the fields of a message: fields by their paths, members of enums, functions, and variables behind
 * `var`, where there are any.
 */
export function completeCondition(
	program: Program,
	variables: ReadonlySet<string> | undefined,
	context: CompletionContext,
): CompletionResult | null {
	const word = context.matchBefore(/[\w.[\]]+(::)?\w*$/) ?? { from: context.pos, text: '' };
	if (word.text === '' && !context.explicit) return null;
	const [, of] = /^(\w+)::/.exec(word.text) ?? [];
	if (of !== undefined) {
		const members = [...(program.enums.get(of)?.keys() ?? [])];
		const options = members.map((name) => ({
			label: /^[A-Za-z_]\w*$/.test(name) ? name : `"${name}"`,
			type: 'enum',
		}));
		return { from: word.from + of.length + 2, options, validFor: /^\w*$/ };
	}
	return { from: word.from, options: names(program, variables), validFor: /^[\w.[\]]*$/ };
}

function names(program: Program, variables: ReadonlySet<string> = new Set()): Completion[] {
	return [
		...fieldPaths(program).map(
			({ path, body }, i): Completion => ({
				label: path,
				detail: body.kind === 'integer' ? `${body.isSigned ? 'i' : 'u'}${body.bits}` : body.kind,
				type: 'variable',
				boost: -Math.min(i, 98),
			}),
		),
		...[...variables].map((name): Completion => ({ label: `var.${name}`, type: 'variable', boost: -98 })),
		...[...program.enums.keys()].map((name): Completion => ({ label: name, apply: `${name}::`, type: 'enum' })),
		...['and', 'or', 'not'].map((label): Completion => ({ label, type: 'keyword' })),
		...Object.keys(FUNCTIONS).map((label): Completion => ({ label, apply: `${label}()`, type: 'function' })),
	];
}
