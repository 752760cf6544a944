import { ChevronDown } from 'lucide-react';
import type { Ref, SelectHTMLAttributes } from 'react';
import { Field, type FieldProps, fieldApart } from './Field.tsx';

export interface Choice<V extends string> {
	readonly value: V;
	readonly label: string;
	readonly disabled?: boolean;
}

export interface SelectProps<V extends string>
	extends FieldProps,
		Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value' | 'id' | 'className'> {
	readonly value: V;
	readonly choices: readonly Choice<V>[];
	readonly onChange: (value: V) => void;
	readonly ref?: Ref<HTMLSelectElement>;
}

/** One of a few choices. The browser's own list: accessible with every keyboard and assistive technology. */
export function Select<V extends string>({ value, choices, onChange, ...props }: SelectProps<V>) {
	const { field, rest } = fieldApart(props);
	return (
		<Field {...field}>
			{(control) => (
				<span className="ui-select">
					<select
						{...rest}
						{...control}
						className="ui-input"
						value={value}
						onChange={(event) => {
							const chosen = choices.find((choice) => choice.value === event.target.value);
							if (chosen !== undefined) onChange(chosen.value);
						}}
					>
						{choices.map((choice) => (
							<option key={choice.value} value={choice.value} disabled={choice.disabled}>
								{choice.label}
							</option>
						))}
					</select>
					<ChevronDown size={12} aria-hidden="true" />
				</span>
			)}
		</Field>
	);
}
