import { useState } from 'react';
import { TextField, type TextFieldProps } from './TextField.tsx';

interface NameFieldProps extends Pick<TextFieldProps, 'label' | 'aside' | 'className' | 'mono' | 'maxLength'> {
	readonly value: string;
	/** What is wrong with another name. */
	readonly fault: (name: string) => string | undefined;
	readonly onChange: (name: string) => void;
}

/** A name that others refer to: it changes when the field is left. A wrong one stays in the field, with what is wrong. */
export function NameField({ value, fault, onChange, ...rest }: NameFieldProps) {
	const [typed, setTyped] = useState<string | undefined>(undefined);
	const wrong = typed === undefined || typed === value ? undefined : fault(typed);
	const accept = (): void => {
		if (typed === undefined || wrong !== undefined) return;
		if (typed !== value) onChange(typed);
		setTyped(undefined);
	};
	return <TextField {...rest} hideLabel value={typed ?? value} onChange={setTyped} onBlur={accept} error={wrong} />;
}
