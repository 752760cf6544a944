import type { PayloadFormat, WrittenBytes } from '../../common/contract/payload.ts';
import { Select } from './Select.tsx';
import { TextArea, TextField } from './TextField.tsx';

export const FORMAT_CHOICES = [
	{ value: 'text', label: 'text' },
	{ value: 'hex', label: 'hex' },
	{ value: 'escaped', label: 'escaped' },
	{ value: 'base64', label: 'base64' },
] as const satisfies readonly { value: PayloadFormat; label: string }[];

interface WrittenFieldProps {
	readonly label: string;
	readonly value: WrittenBytes;
	readonly onChange: (value: WrittenBytes) => void;
	readonly error?: string | undefined;
	/** Grows with its lines. */
	readonly multiline?: boolean;
}

/** Bytes as a person writes them: the format, then the characters. Its names are for screen readers. */
export function WrittenField({ label, value, onChange, error, multiline = false }: WrittenFieldProps) {
	const Text = multiline ? GrowingArea : Line;
	return (
		<div className="written">
			<Select
				label={`${label}: written as`}
				hideLabel
				value={value.format}
				choices={FORMAT_CHOICES}
				onChange={(format) => onChange({ ...value, format })}
			/>
			<Text label={label} value={value.text} onChange={(text) => onChange({ ...value, text })} error={error} />
		</div>
	);
}

interface TextPartProps {
	readonly label: string;
	readonly value: string;
	readonly onChange: (value: string) => void;
	readonly error: string | undefined;
}

function Line(props: TextPartProps) {
	return <TextField {...props} hideLabel mono />;
}

/** A text area of one line that grows. */
export function GrowingArea(props: TextPartProps) {
	return <TextArea {...props} hideLabel mono rows={1} className="growing" />;
}
