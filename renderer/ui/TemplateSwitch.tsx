import { useWords } from '../words/index.ts';
import { Tooltip } from './Tooltip.tsx';
import './template-switch.css';

interface TemplateSwitchProps {
	/** What it belongs to, as the beginning of its accessible name. */
	readonly name: string;
	readonly template: boolean;
	readonly onChange: (template: boolean) => void;
}

/** Whether `{{…}}` in the text is filled in. */
export function TemplateSwitch({ name, template, onChange }: TemplateSwitchProps) {
	const text = useWords().ui.template;
	return (
		<Tooltip text={text.tip}>
			<button
				type="button"
				className="ui-template-switch"
				aria-label={text.label(name)}
				aria-pressed={template}
				onClick={() => onChange(!template)}
			>
				{'{{ }}'}
			</button>
		</Tooltip>
	);
}
