import type { PayloadFormat, WrittenBytes } from '../../common/payload/schema.ts';
import { useWords } from '../words/index.ts';
import { Field, type FieldProps } from './Field.tsx';
import { useKeptText } from './kept-text.ts';
import { Select } from './Select.tsx';

const FORMATS = ['text', 'hex', 'escaped', 'base64'] as const satisfies readonly PayloadFormat[];

/** The formats that bytes can be written in. */
export function useFormatChoices() {
	const { formats } = useWords().ui;
	return FORMATS.map((value) => ({ value, label: formats[value] }));
}

interface WrittenFieldProps extends Pick<FieldProps, 'aside'> {
	readonly label: string;
	readonly value: WrittenBytes;
	readonly onChange: (value: WrittenBytes) => void;
	readonly error?: string | undefined;
	/** Enter inserts a new line; else it submits the form, and Shift Enter inserts one. */
	readonly multiline?: boolean;
}

/** Bytes as written: the format, then the characters. Its labels are for screen readers. */
export function WrittenField({ label, aside, value, onChange, error, multiline = false }: WrittenFieldProps) {
	const text = useWords().ui;
	const formats = useFormatChoices();
	return (
		<div className="written">
			<Select
				label={text.writtenAs(label)}
				aside={aside}
				hideLabel
				value={value.format}
				choices={formats}
				onChange={(format) => onChange({ ...value, format })}
			/>
			<BytesArea
				label={label}
				aside={aside}
				value={value}
				onChange={(written) => onChange({ ...value, text: written })}
				error={error}
				multiline={multiline}
			/>
		</div>
	);
}

/** Whether line ends are bytes in a format, not only white space. */
export function keepsLineEnds(format: PayloadFormat): boolean {
	return format === 'text' || format === 'escaped';
}

interface BytesAreaProps extends Pick<FieldProps, 'aside'> {
	readonly label: string;
	readonly value: WrittenBytes;
	readonly onChange: (text: string) => void;
	readonly error: string | undefined;
	readonly multiline: boolean;
}

/** The characters of written bytes: an area of one line that grows, and keeps pasted characters unchanged. */
export function BytesArea({ label, aside, value, onChange, error, multiline }: BytesAreaProps) {
	const kept = useKeptText({ value: value.text, onChange, keepsEnds: keepsLineEnds(value.format) });
	return (
		<Field label={label} aside={aside} hideLabel error={error} className="growing">
			{(control) => (
				<textarea
					rows={1}
					spellCheck={false}
					className="ui-input ui-input-mono"
					onKeyDown={(event) => {
						if (multiline || event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
						event.preventDefault();
						event.currentTarget.form?.requestSubmit();
					}}
					{...kept}
					{...control}
				/>
			)}
		</Field>
	);
}
