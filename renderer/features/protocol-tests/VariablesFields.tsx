import { Plus, Trash2 } from 'lucide-react';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { variableNameFault } from '../../../common/payload/saved.ts';
import type { Sequence } from '../../../common/protocol-tests/test-schema.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { freeName } from '../../app/shared/free.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { NameField } from '../../ui/NameField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { faultText } from '../../words/errors.ts';
import { Milliseconds } from './Milliseconds.tsx';

interface VariablesFieldsProps {
	readonly test: Sequence;
	readonly onChange: (test: Sequence) => void;
	readonly error: (path: string) => string | undefined;
}

/** The variables of a test, which come before those of the workspace, and how long all of it may take. */
export function VariablesFields({ test, onChange, error }: VariablesFieldsProps) {
	const { variables: text } = useDialogWords().tests;
	const all = Object.entries(test.variables);
	const set = (entries: readonly (readonly [string, string])[]): void =>
		onChange({ ...test, variables: Object.fromEntries(entries) });
	const faultOfName = (name: string, at: number): string | undefined => {
		if (all.some(([other], place) => other === name && place !== at)) return text.nameTaken;
		const fault = variableNameFault(name);
		return fault && faultText(fault);
	};
	return (
		<section className="tests-connections" aria-label={text.title}>
			{all.map(([name, value], at) => (
				// A renamed one is the same.
				// biome-ignore lint/suspicious/noArrayIndexKey: the rows keep their order
				<div key={at} className="tests-line">
					<NameField
						label={text.nameOf(at + 1)}
						aside={<ExplainButton explains="testing.variable" />}
						mono
						className="tests-on"
						maxLength={64}
						value={name}
						fault={(typed) => faultOfName(typed, at)}
						onChange={(typed) => set(all.with(at, [typed, value]))}
					/>
					<TextField
						label={text.valueOf(name)}
						aside={<ExplainButton explains="testing.variable" />}
						hideLabel
						mono
						className="tests-wide"
						value={value}
						error={error(`variables.${name}`)}
						onChange={(typed) => set(all.with(at, [name, typed]))}
					/>
					<IconButton label={text.remove(name)} tip={false} size="s" danger onClick={() => set(all.toSpliced(at, 1))}>
						<Trash2 size={13} />
					</IconButton>
				</div>
			))}
			<div className="tests-line">
				<Button
					variant="ghost"
					icon={<Plus size={13} />}
					disabled={all.length >= LIMITS.variables}
					onClick={() =>
						set([...all, [freeName('name', new Set(Object.keys(test.variables))).replaceAll(' ', '-'), '']])
					}
				>
					{text.add}
				</Button>
				<Milliseconds
					label={text.limit}
					aside={<ExplainButton explains="testing.limit" />}
					word={text.limitWord}
					value={test.withinMs === LIMITS.delayMs ? 0 : test.withinMs}
					onChange={(withinMs) => onChange({ ...test, withinMs: withinMs === 0 ? LIMITS.delayMs : withinMs })}
				/>
			</div>
		</section>
	);
}
