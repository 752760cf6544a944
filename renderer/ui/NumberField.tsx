import type { KeyboardEvent } from 'react';
import { TextField, type TextFieldProps } from './TextField.tsx';

export interface NumberFieldProps extends Omit<TextFieldProps, 'mono' | 'inputMode'> {
	/** The characters as typed: a half-typed or wrong number is kept, so that it can be judged and corrected. */
	readonly value: string;
	readonly onChange: (text: string) => void;
	/** Arrow up and down stay within these. */
	readonly min?: number;
	readonly max?: number;
}

/** A whole number as text. Arrow up and down step it. Read it with `wholeNumber`. */
export function NumberField({ min, max, value, onChange, onKeyDown, ...rest }: NumberFieldProps) {
	function step(event: KeyboardEvent<HTMLInputElement>): void {
		onKeyDown?.(event);
		const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
		const number = wholeNumber(value);
		if (by === 0 || number === undefined || event.defaultPrevented) return;
		event.preventDefault();
		onChange(String(Math.min(max ?? number + by, Math.max(min ?? number + by, number + by))));
	}
	return <TextField {...rest} mono inputMode="numeric" value={value} onChange={onChange} onKeyDown={step} />;
}

/** The whole number that a text says, or undefined when it says none (empty, signs other than a leading minus, fractions). */
export function wholeNumber(text: string): number | undefined {
	const trimmed = text.trim();
	if (!/^-?\d{1,15}$/.test(trimmed)) return undefined;
	return Number(trimmed);
}
