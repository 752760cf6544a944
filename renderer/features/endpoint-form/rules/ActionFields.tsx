import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { BytesArea, useFormatChoices } from '../../../ui/WrittenField.tsx';
import type { ActionDraft } from '../draft/answers-draft.ts';
import { FileFields } from './FileFields.tsx';

const AFTER = [
	{ value: 'keep', label: 'keep the connection' },
	{ value: 'end', label: 'end it (FIN)' },
	{ value: 'reset', label: 'reset it (RST)' },
] as const;

interface ActionFieldsProps {
	/** The name of the reply: part of the accessible names. */
	readonly name: string;
	readonly action: ActionDraft;
	readonly onChange: (patch: Partial<ActionDraft>) => void;
	readonly error: (field: 'reply' | 'delayMs' | 'file.path' | 'file.name') => string | undefined;
}

/** The reply, its delay, and what happens to the connection afterwards. */
export function ActionFields({ name, action, onChange, error }: ActionFieldsProps) {
	const replies = [...useFormatChoices(), { value: 'nothing', label: 'nothing' } as const];
	return (
		<>
			<div className="rule-line">
				<span className="rule-word">reply</span>
				<div className="written">
					<Select
						label={`${name}: reply written as`}
						hideLabel
						value={action.replyFormat}
						choices={replies}
						onChange={(replyFormat) => onChange({ replyFormat })}
					/>
					{action.replyFormat === 'nothing' ? null : (
						<BytesArea
							label={`${name}: reply`}
							multiline
							value={{ format: action.replyFormat, text: action.reply }}
							onChange={(reply) => onChange({ reply })}
							error={error('reply')}
						/>
					)}
				</div>
			</div>
			<FileFields name={name} action={action} onChange={onChange} error={error} />
			<div className="rule-line">
				<span className="rule-word">after</span>
				<NumberField
					label={`${name}: delay in milliseconds`}
					hideLabel
					className="rule-delay"
					min={0}
					max={86_400_000}
					value={action.delayMs}
					onChange={(delayMs) => onChange({ delayMs })}
					error={error('delayMs')}
				/>
				<span className="rule-word">ms, then</span>
				<Select
					label={`${name}: then`}
					hideLabel
					className="rule-after"
					value={action.after}
					choices={AFTER}
					onChange={(after) => onChange({ after })}
				/>
			</div>
		</>
	);
}
