import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react';
import { Field, type FieldProps, fieldApart } from './Field.tsx';

type Inherited = 'onChange' | 'value' | 'id' | 'className';

/** The common properties of one and several lines of text. */
interface TextProps extends FieldProps {
	readonly value: string;
	readonly onChange: (value: string) => void;
	/** For addresses, bytes and patterns. */
	readonly mono?: boolean;
}

export interface TextFieldProps extends TextProps, Omit<InputHTMLAttributes<HTMLInputElement>, Inherited> {
	readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
	const { field, rest } = textApart(props);
	return (
		<Field {...field}>
			{(control) => <input type="text" autoComplete="off" spellCheck={false} {...rest} {...control} />}
		</Field>
	);
}

export interface TextAreaProps extends TextProps, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Inherited> {
	readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
	const { field, rest } = textApart(props);
	return <Field {...field}>{(control) => <textarea spellCheck={false} {...rest} {...control} />}</Field>;
}

/** Splits the properties of a text field from those of its control. */
function textApart<P extends TextProps>({ onChange, mono = false, ...props }: P) {
	const { field, rest } = fieldApart(props);
	return {
		field,
		rest: {
			...rest,
			className: mono ? 'ui-input ui-input-mono' : 'ui-input',
			onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
		},
	};
}
