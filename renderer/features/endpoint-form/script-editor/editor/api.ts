import { SCRIPT_DECLARATIONS } from '../../../../../common/script/index.ts';

/** One item of the script API. */
export interface ApiItem {
	readonly name: string;
	readonly kind: 'function' | 'method' | 'property';
	/** The text after the name in its declaration. */
	readonly signature: string;
	readonly about: string;
}

export interface Api {
	/** Functions that the script may define. */
	readonly handlers: readonly ApiItem[];
	readonly globals: readonly ApiItem[];
	/** Members of objects, by the name of their type. */
	readonly types: ReadonlyMap<string, readonly ApiItem[]>;
}

const COMMENT = String.raw`\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*`;
const INTERFACE = new RegExp(String.raw`${COMMENT}interface (\w+) \{([\s\S]*?)\n\}`, 'g');
const FUNCTION = new RegExp(String.raw`${COMMENT}declare function (\w+)(\(.*\): .*);`, 'g');
const MEMBER = new RegExp(String.raw`${COMMENT}(?:readonly )?(\w+)(\(.*\): .*|: .*);`, 'g');

/** Parses the declarations: each is on one line, after its comment. */
export function readApi(declarations = SCRIPT_DECLARATIONS): Api {
	const types = new Map<string, readonly ApiItem[]>();
	for (const [, , name = '', body = ''] of declarations.matchAll(INTERFACE))
		types.set(name, items(body, MEMBER, 'method'));
	const handlers = types.get('Script') ?? [];
	types.delete('Script');
	return { handlers, globals: items(declarations, FUNCTION, 'function'), types };
}

function items(text: string, pattern: RegExp, kind: 'function' | 'method'): ApiItem[] {
	return [...text.matchAll(pattern)].map(([, comment = '', name = '', signature = '']) => ({
		name,
		kind: signature.startsWith('(') ? kind : 'property',
		signature,
		about: comment.replace(/\s*\n\s*\*?\s*/g, ' ').trim(),
	}));
}

/** Names and types of a function's parameters, from its signature. */
export function parameters({ signature }: ApiItem): readonly { readonly name: string; readonly type: string }[] {
	const list = /^\((.*)\): /.exec(signature)?.[1] ?? '';
	return [...list.matchAll(/(\w+): (\w+)/g)].map(([, name = '', type = '']) => ({ name, type }));
}
