import type { KeyboardEvent } from 'react';
import { TextField, type TextFieldProps } from './TextField.tsx';

export interface NumberFieldProps extends Omit<TextFieldProps, 'mono' | 'inputMode'> {
	/** The characters as typed: an incomplete or wrong number is kept, so that it can be validated and corrected. */
	readonly value: string;
	readonly onChange: (text: string) => void;
	/** Limits of arrow up and down. */
	readonly min?: number;
	readonly max?: number;
}

/** A whole number as text. Arrow up and down step it. Parse it with `wholeNumber`. */
export function NumberField({ min, max, value, onChange, onKeyDown, ...rest }: NumberFieldProps) {
	function step(event: KeyboardEvent<HTMLInputElement>): void {
		onKeyDown?.(event);
		const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
		const number = wholeNumber(value);
		// With Alt they move what the field is in.
		if (by === 0 || number === undefined || event.altKey || event.defaultPrevented) return;
		event.preventDefault();
		onChange(String(Math.min(max ?? number + by, Math.max(min ?? number + by, number + by))));
	}
	return <TextField {...rest} mono inputMode="numeric" value={value} onChange={onChange} onKeyDown={step} />;
}

/** The whole number in a text; undefined for anything else (empty, signs other than a leading minus, fractions). */
export function wholeNumber(text: string): number | undefined {
	const trimmed = text.trim();
	if (!/^-?\d{1,15}$/.test(trimmed)) return undefined;
	return Number(trimmed);
}
