import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { ActionDraft } from '../draft/answers-draft.ts';
import { useFileFacts } from './file-facts.ts';

const MISSING = ['error', 'next'] as const;

interface FileFieldsProps {
	/** The name of the reply: part of the accessible names. */
	readonly name: string;
	readonly action: ActionDraft;
	readonly onChange: (patch: Partial<ActionDraft>) => void;
	readonly error: (field: 'file.path' | 'file.name') => string | undefined;
}

/** The file that follows a reply: a fixed one, or one of a folder. */
export function FileFields({ name, action, onChange, error }: FileFieldsProps) {
	const { file: words } = useDialogWords().endpointForm.rules;
	const { hasFile, filePath, fileName, fileMissing } = action;
	const facts = useFileFacts(hasFile ? filePath : '', fileName !== '');
	return (
		<>
			<div className="rule-line">
				<span className="rule-word">{words.word}</span>
				<Checkbox
					label={words.on}
					aside={<ExplainButton explains="answers.file" />}
					checked={hasFile}
					onChange={(next) => onChange({ hasFile: next })}
				/>
			</div>
			{hasFile ? (
				<div className="rule-file">
					<TextField
						label={words.path(name)}
						aside={<ExplainButton explains="answers.file" />}
						mono
						placeholder="/path/on/the/host"
						value={filePath}
						onChange={(path) => onChange({ filePath: path })}
						error={error('file.path') ?? (facts.wrong ? facts.text : undefined)}
						hint={facts.wrong ? undefined : facts.text}
					/>
					<div className="rule-file-more">
						<TextField
							label={words.name(name)}
							aside={<ExplainButton explains="answers.file" />}
							mono
							placeholder={words.nameExample}
							value={fileName}
							onChange={(next) => onChange({ fileName: next })}
							error={error('file.name')}
						/>
						<Select
							label={words.missingOf(name)}
							aside={<ExplainButton explains="answers.file" />}
							value={fileMissing}
							choices={MISSING.map((value) => ({ value, label: words[value] }))}
							onChange={(next) => onChange({ fileMissing: next })}
						/>
					</div>
				</div>
			) : null}
		</>
	);
}
