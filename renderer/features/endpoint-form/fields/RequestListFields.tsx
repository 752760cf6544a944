import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TemplateSwitch } from '../../../ui/TemplateSwitch.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { useFormatChoices } from '../../../ui/WrittenField.tsx';
import type { FormPart } from '../draft/form-part.ts';
import type { RequestListDraft } from '../draft/request-list-draft.ts';
import '../rules/rules.css';

const NO_ANSWER = [
	{ value: 'next', label: 'go on with the next' },
	{ value: 'stop', label: 'stop asking' },
] as const;

/** Messages that are sent one by one, each after the answer to the previous one. */
export function RequestListFields({ draft: { asks }, change, error }: FormPart<{ readonly asks: RequestListDraft }>) {
	const formats = useFormatChoices();
	const set = (field: string, patch: Partial<RequestListDraft>) =>
		change(`asks${field}`, { asks: { ...asks, ...patch } });
	return (
		<fieldset className="form-section">
			<legend>Messages</legend>
			<Checkbox
				label="Send messages one by one, and wait for the answer to each"
				checked={asks.on}
				onChange={(on) => set('', { on })}
			/>
			{asks.on ? (
				<div className="rule">
					<div className="written">
						<Select
							label="Messages: written as"
							hideLabel
							value={asks.format}
							choices={formats}
							onChange={(format) => set('.messages', { format })}
						/>
						<TextArea
							label="Messages, one a line"
							hideLabel
							mono
							rows={3}
							value={asks.lines}
							onChange={(lines) => set('.messages', { lines })}
							error={error('asks.messages') ?? error('asks')}
						/>
						<TemplateSwitch
							name="Messages"
							template={asks.template}
							onChange={(template) => set('.messages', { template })}
						/>
					</div>
					<div className="form-length">
						<NumberField
							label="Wait, ms"
							min={1}
							max={86_400_000}
							value={asks.timeoutMs}
							onChange={(timeoutMs) => set('.timeoutMs', { timeoutMs })}
							error={error('asks.timeoutMs')}
						/>
						<NumberField
							label="Repeats"
							min={0}
							max={1000}
							value={asks.repeats}
							onChange={(repeats) => set('.repeats', { repeats })}
							error={error('asks.repeats')}
						/>
						<Select
							label="Without an answer"
							value={asks.onNoAnswer}
							choices={NO_ANSWER}
							onChange={(onNoAnswer) => set('.onNoAnswer', { onNoAnswer })}
						/>
					</div>
					<Checkbox
						label="From one port also after a message without an answer: the next one then waits as long again"
						checked={asks.samePort}
						onChange={(samePort) => set('.samePort', { samePort })}
					/>
				</div>
			) : null}
		</fieldset>
	);
}
