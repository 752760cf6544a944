import { X } from 'lucide-react';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDialogWords } from '../../words/dialogs.ts';

interface SetupFieldsProps {
	/** Ids or names of endpoints of the workspace. */
	readonly setup: readonly string[];
	readonly onChange: (setup: string[]) => void;
}

/** The endpoints of the workspace that have to run during a test. */
export function SetupFields({ setup, onChange }: SetupFieldsProps) {
	const { connections: text } = useDialogWords().tests;
	const endpoints = useWorkbench((workbench) => workbench.endpoints);
	const all = [...endpoints.values()].map(({ id, config }) => ({ value: id, label: config.name }));
	const nameOf = (wanted: string): string => all.find(({ value }) => value === wanted)?.label ?? wanted;
	const free = all.filter(({ value, label }) => !setup.includes(value) && !setup.includes(label));
	if (setup.length === 0 && free.length === 0) return null;
	return (
		<>
			{setup.length === 0 ? null : <span className="tests-needs-word">{text.needs}</span>}
			{setup.map((wanted) => (
				<span key={wanted} className="tests-needs">
					{nameOf(wanted)}
					<IconButton
						label={text.needNot(nameOf(wanted))}
						tip={false}
						size="s"
						onClick={() => onChange(setup.filter((one) => one !== wanted))}
					>
						<X size={12} />
					</IconButton>
				</span>
			))}
			{free.length === 0 ? null : (
				<Select
					label={text.needsLabel}
					aside={<ExplainButton explains="testing.needs" />}
					hideLabel
					value=""
					choices={[{ value: '', label: text.needsMore }, ...free]}
					onChange={(id) => onChange([...setup, id])}
				/>
			)}
		</>
	);
}
