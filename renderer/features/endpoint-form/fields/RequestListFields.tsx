import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TemplateSwitch } from '../../../ui/TemplateSwitch.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { useFormatChoices } from '../../../ui/WrittenField.tsx';
import type { FormPart } from '../draft/form-part.ts';
import type { RequestListDraft } from '../draft/request-list-draft.ts';
import '../rules/rules.css';
import { useDialogWords } from '../../../words/dialogs.ts';
import { useWords } from '../../../words/index.ts';

const NO_ANSWER = ['next', 'stop'] as const;

/** Messages that are sent one by one, each after the answer to the previous one. */
export function RequestListFields({ draft: { asks }, change, error }: FormPart<{ readonly asks: RequestListDraft }>) {
	const formats = useFormatChoices();
	const { ui } = useWords();
	const { requests: words } = useDialogWords().endpointForm.fields;
	const set = (field: string, patch: Partial<RequestListDraft>) =>
		change(`asks${field}`, { asks: { ...asks, ...patch } });
	return (
		<fieldset className="form-section">
			<legend>{words.title}</legend>
			<Checkbox
				label={words.on}
				aside={<ExplainButton explains="fields.requests" />}
				checked={asks.on}
				onChange={(on) => set('', { on })}
			/>
			{asks.on ? (
				<div className="rule">
					<div className="written">
						<Select
							label={ui.writtenAs(words.title)}
							aside={<ExplainButton explains="fields.requests" />}
							hideLabel
							value={asks.format}
							choices={formats}
							onChange={(format) => set('.messages', { format })}
						/>
						<TextArea
							label={words.lines}
							aside={<ExplainButton explains="fields.requests" />}
							hideLabel
							mono
							rows={3}
							value={asks.lines}
							onChange={(lines) => set('.messages', { lines })}
							error={error('asks.messages') ?? error('asks')}
						/>
						<TemplateSwitch
							name={words.title}
							template={asks.template}
							onChange={(template) => set('.messages', { template })}
						/>
					</div>
					<div className="form-length">
						<NumberField
							label={words.wait}
							aside={<ExplainButton explains="fields.requests" />}
							min={1}
							max={86_400_000}
							value={asks.timeoutMs}
							onChange={(timeoutMs) => set('.timeoutMs', { timeoutMs })}
							error={error('asks.timeoutMs')}
						/>
						<NumberField
							label={words.repeats}
							aside={<ExplainButton explains="fields.requests" />}
							min={0}
							max={1000}
							value={asks.repeats}
							onChange={(repeats) => set('.repeats', { repeats })}
							error={error('asks.repeats')}
						/>
						<Select
							label={words.noAnswer}
							aside={<ExplainButton explains="fields.requests" />}
							value={asks.onNoAnswer}
							choices={NO_ANSWER.map((value) => ({ value, label: words[value] }))}
							onChange={(onNoAnswer) => set('.onNoAnswer', { onNoAnswer })}
						/>
					</div>
					<Checkbox
						label={words.samePort}
						aside={<ExplainButton explains="fields.requests" />}
						checked={asks.samePort}
						onChange={(samePort) => set('.samePort', { samePort })}
					/>
				</div>
			) : null}
		</fieldset>
	);
}
