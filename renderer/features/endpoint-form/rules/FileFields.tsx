import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { ActionDraft } from '../draft/answers-draft.ts';
import { useFileFacts } from './file-facts.ts';

const MISSING = [
	{ value: 'error', label: 'tell it as an error' },
	{ value: 'next', label: 'let the next rule answer' },
] as const;

interface FileFieldsProps {
	/** The name of the reply: part of the accessible names. */
	readonly name: string;
	readonly action: ActionDraft;
	readonly onChange: (patch: Partial<ActionDraft>) => void;
	readonly error: (field: 'file.path' | 'file.name') => string | undefined;
}

/** The file that follows a reply: a fixed one, or one of a folder. */
export function FileFields({ name, action, onChange, error }: FileFieldsProps) {
	const { hasFile, filePath, fileName, fileMissing } = action;
	const facts = useFileFacts(hasFile ? filePath : '', fileName !== '');
	return (
		<>
			<div className="rule-line">
				<span className="rule-word">file</span>
				<Checkbox label="then the bytes of a file" checked={hasFile} onChange={(next) => onChange({ hasFile: next })} />
			</div>
			{hasFile ? (
				<div className="rule-file">
					<TextField
						label={`${name}: path of the file or folder`}
						mono
						placeholder="/path/on/the/host"
						value={filePath}
						onChange={(path) => onChange({ filePath: path })}
						error={error('file.path') ?? (facts.wrong ? facts.text : undefined)}
						hint={facts.wrong ? undefined : facts.text}
					/>
					<div className="rule-file-more">
						<TextField
							label={`${name}: which file of the folder`}
							mono
							placeholder="{{1|unescape}}, or empty for a single file"
							value={fileName}
							onChange={(next) => onChange({ fileName: next })}
							error={error('file.name')}
						/>
						<Select
							label={`${name}: where it is missing`}
							value={fileMissing}
							choices={MISSING}
							onChange={(next) => onChange({ fileMissing: next })}
						/>
					</div>
				</div>
			) : null}
		</>
	);
}
