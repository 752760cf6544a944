import { Plus, Trash2 } from 'lucide-react';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { type BranchCase, branchCaseSchema, type SequenceStep } from '../../../common/protocol-tests/step-schema.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { ExpectationFields } from './expectation/ExpectationFields.tsx';
import { useListKeys } from './list-keys.ts';
import { useStepContext } from './step-context.ts';

type Branch = SequenceStep & { type: 'branch' };

export interface NestingFieldsProps<Step extends SequenceStep> {
	readonly number: string;
	readonly path: readonly (string | number)[];
	readonly depth: number;
	readonly step: Step;
	readonly fault: string | undefined;
	readonly onChange: (step: SequenceStep) => void;
}

/** The cases of a branch, each with its steps. */
export function BranchFields({ number, path, depth, step, fault, onChange }: NestingFieldsProps<Branch>) {
	const text = useDialogWords().tests.branch;
	const { keys, add, remove } = useListKeys(step.cases.length);
	const { result, faultIn, Steps } = useStepContext();
	const faultOf = (at: number) => faultIn([...path, 'cases', at, 'expectation']);
	const isOfCase = step.cases.some((_, at) => faultOf(at) !== undefined);
	const taken = result(path)?.taken;
	const setCase = (at: number, changed: BranchCase): void =>
		onChange({ ...step, cases: step.cases.toSpliced(at, 1, changed) });
	return (
		<div className="tests-nested">
			{fault === undefined || isOfCase ? null : <span className="tests-failed">{fault}</span>}
			{step.cases.map((one, at) => {
				const name = text.case(number, at + 1);
				return (
					<section key={keys[at]} aria-label={name} className="tests-case" data-taken={taken === at}>
						<div className="tests-line">
							<span className="tests-word">{taken === at ? text.taken : text.if}</span>
							<ExpectationFields
								name={name}
								expecting={one}
								fault={faultOf(at)}
								onChange={(changed) => setCase(at, changed)}
							/>
							<IconButton
								label={text.removeCase(number, at + 1)}
								tip={false}
								size="s"
								danger
								disabled={step.cases.length === 1}
								onClick={() => {
									remove(at);
									onChange({ ...step, cases: step.cases.toSpliced(at, 1) });
								}}
							>
								<Trash2 size={13} />
							</IconButton>
						</div>
						<Steps
							label={text.inCase(number, at + 1)}
							steps={one.steps}
							path={[...path, 'cases', at, 'steps']}
							prefix={`${number}.${at + 1}.`}
							depth={depth + 1}
							onChange={(steps) => setCase(at, { ...one, steps })}
						/>
					</section>
				);
			})}
			<div className="tests-line">
				<Button
					variant="ghost"
					icon={<Plus size={13} />}
					disabled={step.cases.length >= LIMITS.branchCases}
					aria-label={text.addCaseTo(number)}
					onClick={() => {
						add();
						onChange({ ...step, cases: [...step.cases, branchCaseSchema.parse({ expectation: { type: 'any' } })] });
					}}
				>
					{text.addCase}
				</Button>
				<Checkbox
					label={text.otherwise}
					aside={<ExplainButton explains="steps.branch" />}
					checked={step.otherwise !== undefined}
					onChange={(checked) => {
						const { otherwise: _gone, ...rest } = step;
						onChange(checked ? { ...step, otherwise: [] } : rest);
					}}
				/>
			</div>
			{step.otherwise === undefined ? null : (
				<section className="tests-case" aria-label={text.otherwiseOf(number)} data-taken={taken === step.cases.length}>
					<Steps
						label={text.inOtherwise(number)}
						steps={step.otherwise}
						path={[...path, 'otherwise']}
						prefix={`${number}.else.`}
						depth={depth + 1}
						onChange={(otherwise) => onChange({ ...step, otherwise })}
					/>
				</section>
			)}
		</div>
	);
}
