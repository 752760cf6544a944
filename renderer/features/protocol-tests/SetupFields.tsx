import { X } from 'lucide-react';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';

interface SetupFieldsProps {
	/** Ids or names of endpoints of the workspace. */
	readonly setup: readonly string[];
	readonly onChange: (setup: string[]) => void;
}

/** The endpoints of the workspace that have to run during a test. */
export function SetupFields({ setup, onChange }: SetupFieldsProps) {
	const endpoints = useWorkbench((workbench) => workbench.endpoints);
	const all = [...endpoints.values()].map(({ id, config }) => ({ value: id, label: config.name }));
	const nameOf = (wanted: string): string => all.find(({ value }) => value === wanted)?.label ?? wanted;
	const free = all.filter(({ value, label }) => !setup.includes(value) && !setup.includes(label));
	if (setup.length === 0 && free.length === 0) return null;
	return (
		<>
			{setup.length === 0 ? null : <span className="tests-needs-word">Needs to run:</span>}
			{setup.map((wanted) => (
				<span key={wanted} className="tests-needs">
					{nameOf(wanted)}
					<IconButton
						label={`${nameOf(wanted)} need not run`}
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
					label="An endpoint that has to run"
					hideLabel
					value=""
					choices={[{ value: '', label: 'Needs to run…' }, ...free]}
					onChange={(id) => onChange([...setup, id])}
				/>
			)}
		</>
	);
}
