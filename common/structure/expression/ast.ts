/** What an expression computes with. Integers are bigints, numbers with a fraction are numbers. */
export type Value = bigint | number | string | boolean | Uint8Array;

export const BINARY_OPERATORS = [
	'or',
	'and',
	'==',
	'!=',
	'<',
	'<=',
	'>',
	'>=',
	'|',
	'^',
	'&',
	'<<',
	'>>',
	'+',
	'-',
	'*',
	'/',
	'%',
] as const;
export type BinaryOperator = (typeof BINARY_OPERATORS)[number];
export type UnaryOperator = 'not' | '-' | '~';

/** A parsed expression; `at` is the offset in its text at which faults are reported. */
export type Expression =
	| { readonly type: 'literal'; readonly value: Value; readonly at: number }
	/** A member of an enum, as `Kind::data`. */
	| { readonly type: 'member'; readonly of: string; readonly name: string; readonly at: number }
	/** A field: a name, then names in it and indices. */
	| { readonly type: 'field'; readonly name: string; readonly steps: readonly Step[]; readonly at: number }
	| { readonly type: 'call'; readonly name: FunctionName; readonly args: readonly Expression[]; readonly at: number }
	| { readonly type: 'unary'; readonly operator: UnaryOperator; readonly of: Expression; readonly at: number }
	| {
			readonly type: 'binary';
			readonly operator: BinaryOperator;
			readonly left: Expression;
			readonly right: Expression;
			readonly at: number;
	  }
	| {
			readonly type: 'choice';
			readonly condition: Expression;
			readonly then: Expression;
			readonly otherwise: Expression;
			readonly at: number;
	  };

/** A step from a field to one in it. */
export type Step = { readonly name: string; readonly at: number } | { readonly index: Expression; readonly at: number };

/** The expressions that one is directly made of, those of indices too. */
export function innerOf(expression: Expression): readonly Expression[] {
	switch (expression.type) {
		case 'field':
			return expression.steps.flatMap((step) => ('index' in step ? [step.index] : []));
		case 'call':
			return expression.args;
		case 'unary':
			return [expression.of];
		case 'binary':
			return [expression.left, expression.right];
		case 'choice':
			return [expression.condition, expression.then, expression.otherwise];
		default:
			return [];
	}
}

/** Functions, each with the least and the most arguments. */
export const FUNCTIONS = {
	/** Bytes from the start of the message to the field that is read. */
	position: [0, 0],
	/** Bytes that are left, up to the end of what is being read. */
	remaining: [0, 0],
	/** Of a field: its bytes. Without one: the bytes of the message. */
	length: [0, 1],
	/** Elements of an array. */
	count: [1, 1],
	/** Bytes from the start of the message to a field. */
	start: [1, 1],
	/** Elements of the innermost array before this one. */
	index: [0, 0],
	/** The number that a text is. */
	number: [1, 1],
	min: [2, 2],
	max: [2, 2],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type FunctionName = keyof typeof FUNCTIONS;

/** The element that `until` looks at. */
export const ITEM = 'item';
/** The structure around that of a field, and the outermost one. */
export const PARENT = 'parent';
export const ROOT = 'root';

/** Where there are variables, their names are behind it; a field of this name comes first. */
export const VARIABLES = 'var';

/** Words that are no names of fields. */
export const RESERVED: ReadonlySet<string> = new Set(['and', 'or', 'not', 'true', 'false', ITEM, PARENT, ROOT]);
