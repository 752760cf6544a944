import {
	type Completion,
	type CompletionContext,
	type CompletionResult,
	snippetCompletion,
} from '@codemirror/autocomplete';
import { type ApiItem, parameters, readApi } from './api.ts';

const api = readApi();

/** Completions from the declarations of the script API at a position. */
export function completeApi(context: CompletionContext): CompletionResult | null {
	const member = context.matchBefore(/[\w$]+\.\w*/);
	if (member !== null) {
		const [object = ''] = member.text.split('.');
		const options = membersOf(object, context.state.sliceDoc(0, context.pos));
		return options.length === 0 ? null : { from: member.from + object.length + 1, options, validFor: /^\w*$/ };
	}
	const word = context.matchBefore(/\w+/);
	if ((word === null && !context.explicit) || context.matchBefore(/\.\w*/) !== null) return null;
	return { from: word?.from ?? context.pos, options: names(context), validFor: /^\w*$/ };
}

/** Functions of the API, and at the start of a line the handlers that a script may define. */
function names(context: CompletionContext): Completion[] {
	const globals = api.globals.map((item) => option(item));
	if (context.matchBefore(/^\w*/) === null) return globals;
	return [...api.handlers.map(handler), ...globals];
}

/** The members of a variable's type, inferred from its origin; of all types where that is unknown. */
function membersOf(variable: string, before: string): Completion[] {
	const type = typeOf(variable, before);
	const known = type === undefined ? undefined : api.types.get(type);
	if (known !== undefined) return known.map((item) => option(item));
	// Variables declared in the script are its own.
	if (new RegExp(String.raw`\b(?:class|import)\s+${escaped(variable)}\b`).test(before) || variable in globalThis)
		return [];
	return [...api.types].flatMap(([name, items]) => items.map((item) => option(item, name)));
}

function typeOf(variable: string, before: string): string | undefined {
	for (const item of api.handlers) {
		const pattern = new RegExp(String.raw`\b${item.name}\b\s*=?\s*(?:async\s*)?(?:function\s*)?\(([^)]*)\)`, 'g');
		const given = [...before.matchAll(pattern)].at(-1)?.[1]?.split(',') ?? [];
		const at = given.findIndex((name) => name.trim() === variable);
		const type = parameters(item)[at]?.type;
		if (type !== undefined) return type;
	}
	for (const { name, signature } of api.globals) {
		const element = /(\w+)\[\]$/.exec(signature)?.[1];
		const loop = new RegExp(String.raw`\b${escaped(variable)}\s+of\s+${name}\(\)`);
		if (element !== undefined && loop.test(before)) return element;
	}
	return [...api.types.keys()].find((name) => name.toLowerCase() === variable.toLowerCase());
}

function option({ name, kind, signature, about }: ApiItem, of?: string): Completion {
	return { label: name, type: kind, detail: of === undefined ? signature : `${signature} (${of})`, info: about };
}

function handler(item: ApiItem): Completion {
	const list = parameters(item)
		.map(({ name }) => name)
		.join(', ');
	return snippetCompletion(`function ${item.name}(${list}) {\n\t\${}\n}`, {
		label: item.name,
		type: 'function',
		detail: item.signature,
		info: item.about,
		boost: 10,
	});
}

function escaped(name: string): string {
	return name.replace(/\$/g, String.raw`\$`);
}
