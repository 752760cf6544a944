import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { BytesArea, useFormatChoices } from '../../../ui/WrittenField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { ActionDraft } from '../draft/answers-draft.ts';
import { ComposeFields } from './ComposeFields.tsx';
import { FileFields } from './FileFields.tsx';

const AFTER = ['keep', 'end', 'reset'] as const;

interface ActionFieldsProps {
	/** The name of the reply: part of the accessible names. */
	readonly name: string;
	readonly action: ActionDraft;
	/** The id of the structure of what is answered, where the rule reads it by fields. */
	readonly request?: string | undefined;
	readonly onChange: (patch: Partial<ActionDraft>) => void;
	readonly error: (field: 'reply' | 'compose' | 'delayMs' | 'file.path' | 'file.name') => string | undefined;
}

/** The reply, its delay, and what happens to the connection afterwards. */
export function ActionFields({ name, action, request, onChange, error }: ActionFieldsProps) {
	const { action: words } = useDialogWords().endpointForm.rules;
	const replies = [
		...useFormatChoices(),
		{ value: 'fields', label: words.fields } as const,
		{ value: 'nothing', label: words.nothing } as const,
	];
	return (
		<>
			<div className="rule-line">
				<span className="rule-word">{words.reply}</span>
				<div className="written">
					<Select
						label={words.writtenAs(name)}
						aside={<ExplainButton explains="answers.reply" />}
						hideLabel
						value={action.replyFormat}
						choices={replies}
						onChange={(replyFormat) => onChange({ replyFormat })}
					/>
					{action.replyFormat === 'fields' ? (
						<ComposeFields name={name} action={action} request={request} onChange={onChange} error={error('compose')} />
					) : action.replyFormat === 'nothing' ? null : (
						<BytesArea
							label={words.replyOf(name)}
							aside={<ExplainButton explains="answers.reply" />}
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
				<span className="rule-word">{words.after}</span>
				<NumberField
					label={words.delayOf(name)}
					aside={<ExplainButton explains="answers.delay" />}
					hideLabel
					className="rule-delay"
					min={0}
					max={86_400_000}
					value={action.delayMs}
					onChange={(delayMs) => onChange({ delayMs })}
					error={error('delayMs')}
				/>
				<span className="rule-word">{words.msThen}</span>
				<Select
					label={words.thenOf(name)}
					aside={<ExplainButton explains="answers.after" />}
					hideLabel
					className="rule-after"
					value={action.after}
					choices={AFTER.map((value) => ({ value, label: words[value] }))}
					onChange={(after) => onChange({ after })}
				/>
			</div>
		</>
	);
}
