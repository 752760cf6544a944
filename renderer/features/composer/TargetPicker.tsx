import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { Select } from '../../ui/Select.tsx';
import { usePicked } from './chosen.ts';
import { setTarget, useComposer } from './store.ts';
import { type TargetChoice, targetChoices, targetKey } from './targets.ts';

/** The label suffix of a target with several connections. */
const ALL = /(: )(?:all [\d,]+ connections|its connection)$/;
const NONE: TargetChoice = { key: '', label: 'Choose…', target: { endpoint: '' } };

/** The target of the message. */
export function TargetPicker() {
	const target = useComposer((composer) => composer.target);
	// Renders again only when a key or a label changes, not with each rate.
	const lines = useWorkbench(
		useShallow((workbench) => targetChoices(workbench).map(({ key, label }) => `${key}\n${label}`)),
	);
	const value = target === undefined ? NONE.key : targetKey(target);
	const some = usePicked(target?.connection === undefined ? target?.endpoint : undefined).length > 0;
	const choices = useMemo(() => {
		const listed = lines.map((line) => {
			const end = line.indexOf('\n');
			const [key, label] = [line.slice(0, end), line.slice(end + 1)];
			return { value: key, label: key === value && some ? label.replace(ALL, '$1the picked ones') : label };
		});
		if (listed.some((choice) => choice.value === value)) return listed;
		const closed = target?.connection !== undefined && !useWorkbench.getState().connections.has(target.connection);
		const label = closed ? `#${target.connection}, closed` : NONE.label;
		return [{ value, label }, ...listed];
	}, [lines, value, target, some]);
	return (
		<Select
			label="To"
			className="composer-to"
			value={value}
			choices={choices}
			onChange={(key) => {
				const chosen = targetChoices(useWorkbench.getState()).find((choice) => choice.key === key);
				if (chosen !== undefined) setTarget(chosen.target);
			}}
		/>
	);
}
