import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react';
import { Field, type FieldProps } from './Field.tsx';

type Inherited = 'onChange' | 'value' | 'id' | 'className';

export interface TextFieldProps extends FieldProps, Omit<InputHTMLAttributes<HTMLInputElement>, Inherited> {
	readonly value: string;
	readonly onChange: (value: string) => void;
	/** For addresses, bytes and patterns. */
	readonly mono?: boolean;
	readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField({
	label,
	hideLabel,
	error,
	hint,
	className,
	value,
	onChange,
	mono = false,
	...rest
}: TextFieldProps) {
	return (
		<Field label={label} error={error} hint={hint} {...frame(hideLabel, className)}>
			{(control) => (
				<input
					type="text"
					autoComplete="off"
					spellCheck={false}
					{...rest}
					{...control}
					className={mono ? 'ui-input ui-input-mono' : 'ui-input'}
					value={value}
					onChange={(event) => onChange(event.target.value)}
				/>
			)}
		</Field>
	);
}

export interface TextAreaProps extends FieldProps, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Inherited> {
	readonly value: string;
	readonly onChange: (value: string) => void;
	readonly mono?: boolean;
	readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text. */
export function TextArea({
	label,
	hideLabel,
	error,
	hint,
	className,
	value,
	onChange,
	mono = false,
	...rest
}: TextAreaProps) {
	return (
		<Field label={label} error={error} hint={hint} {...frame(hideLabel, className)}>
			{(control) => (
				<textarea
					spellCheck={false}
					{...rest}
					{...control}
					className={mono ? 'ui-input ui-input-mono' : 'ui-input'}
					value={value}
					onChange={(event) => onChange(event.target.value)}
				/>
			)}
		</Field>
	);
}

function frame(hideLabel: boolean | undefined, className: string | undefined): Partial<FieldProps> {
	return {
		...(hideLabel === undefined ? {} : { hideLabel }),
		...(className === undefined ? {} : { className }),
	};
}
