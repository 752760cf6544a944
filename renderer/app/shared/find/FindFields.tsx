import { ChevronDown, ChevronUp } from 'lucide-react';
import type { Ref } from 'react';
import type { CharsetName } from '../../../../common/payload/schema.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWords } from '../../../words/index.ts';
import { hasCase, type WrittenSearch } from '../../state/capture/search/written.ts';

export interface FindFieldsProps {
	readonly written: WrittenSearch;
	/** In which the text is searched for. */
	readonly charset: CharsetName;
	/** The accessible name of the field, and its placeholder for text. */
	readonly label: string;
	readonly placeholder: string;
	readonly isInvalid: boolean;
	readonly fieldRef: Ref<HTMLInputElement>;
	readonly onChange: (patch: Partial<WrittenSearch>) => void;
	/** Moves to the next place, or with `back` to the previous one. */
	readonly onStep: (back: boolean) => void;
}

/** The fields of a search in bytes, and the way through what is found. */
export function FindFields(props: FindFieldsProps) {
	const { written, charset, label, placeholder, isInvalid, fieldRef, onChange, onStep } = props;
	const { find } = useWords();
	const { text, format, anyCase } = written;
	return (
		<>
			<TextField
				ref={fieldRef}
				label={label}
				hideLabel
				mono
				placeholder={format === 'hex' ? '0d 0a' : placeholder}
				value={text}
				{...(isInvalid ? { 'aria-invalid': true } : {})}
				onChange={(value) => onChange({ text: value })}
			/>
			<Segmented
				label={find.as}
				value={format}
				segments={[
					{ value: 'text', label: find.text },
					{ value: 'hex', label: find.hex },
				]}
				onChange={(value) => onChange({ format: value })}
			/>
			{hasCase(written, charset) ? (
				<Checkbox label={find.anyCase} checked={anyCase} onChange={(checked) => onChange({ anyCase: checked })} />
			) : null}
			<IconButton label={find.previous} tip={find.previousTip} size="s" onClick={() => onStep(true)}>
				<ChevronUp size={14} />
			</IconButton>
			<IconButton label={find.next} tip={find.nextTip} size="s" onClick={() => onStep(false)}>
				<ChevronDown size={14} />
			</IconButton>
		</>
	);
}
