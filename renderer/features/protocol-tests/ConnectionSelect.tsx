import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useStepContext } from './step-context.ts';

interface ConnectionSelectProps {
	/** What it belongs to, as the beginning of its accessible name. */
	readonly name: string;
	readonly on: string | undefined;
	readonly onChange: (on: string) => void;
}

/** The connection of a step, where there is a choice. */
export function ConnectionSelect({ name, on, onChange }: ConnectionSelectProps) {
	const { steps: text } = useDialogWords().tests;
	const { connections } = useStepContext();
	const [first = ''] = connections;
	if (connections.length < 2 && (on === undefined || connections.includes(on))) return null;
	const value = on ?? first;
	const all = connections.includes(value) ? connections : [...connections, value];
	return (
		<Select
			label={text.connection(name)}
			aside={<ExplainButton explains="testing.connection" />}
			hideLabel
			className="tests-on"
			value={value}
			choices={all.map((one) => ({ value: one, label: one }))}
			onChange={onChange}
		/>
	);
}
