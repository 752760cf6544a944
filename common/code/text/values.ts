import type { CodeFilter, CodeValue } from '../description/program.ts';

/** Values that a variable of the same name holds. */
type Variable = 'data' | 'eol' | 'head';

/** How a language writes values: each is an expression of bytes. `File` is the program, which may need a function for it. */
export interface ValueSyntax<File> {
	readonly values: Readonly<Record<Exclude<CodeValue['type'], Variable | 'group'>, (file: File) => string>>;
	/** What a group of the rule's regular expression captured. */
	readonly group: (group: number) => string;
	readonly filters: Readonly<Record<Exclude<CodeFilter['type'], 'field'>, (expression: string, file: File) => string>>;
	/** The length of an expression as a field of so many bytes. */
	readonly field: (expression: string, size: number, order: 'big' | 'little', file: File) => string;
}

function plainValue<File>(value: CodeValue, syntax: ValueSyntax<File>, file: File): string {
	switch (value.type) {
		case 'data':
		case 'eol':
		case 'head':
			return value.type;
		case 'group':
			return syntax.group(value.group);
		default:
			return syntax.values[value.type](file);
	}
}

/** A value with its filters, as an expression. */
export function valueExpression<File>(value: CodeValue, syntax: ValueSyntax<File>, file: File): string {
	return value.filters.reduce(
		(expression, filter) =>
			filter.type === 'field'
				? syntax.field(expression, filter.size, filter.order, file)
				: syntax.filters[filter.type](expression, file),
		plainValue(value, syntax, file),
	);
}
