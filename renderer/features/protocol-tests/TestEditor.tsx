import { CodeXml, Copy, Play, Square, Trash2 } from 'lucide-react';
import { type FormEvent, useMemo } from 'react';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { pathText } from '../../../common/json/issue-text.ts';
import { capturedNames } from '../../../common/protocol-tests/captured-names.ts';
import { placedSteps } from '../../../common/protocol-tests/placed-steps.ts';
import { sameTest } from '../../../common/protocol-tests/same-test.ts';
import { connectionsOf, type Sequence } from '../../../common/protocol-tests/test-schema.ts';
import { placeKey } from '../../../common/workspace/named.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { useNames } from '../../app/state/templates/names.ts';
import { openOver } from '../../app/state/window/over-dialog.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import { ConnectionsFields } from './ConnectionsFields.tsx';
import { VariablesProvider } from './expectation/variables.ts';
import { CapturedList, RunSummary } from './RunSummary.tsx';
import { StepList } from './StepList.tsx';
import { changeTest, deleteTest, duplicateTest, faultOf, saveDrafts } from './saved.ts';
import { type StepContext, StepContextProvider } from './step-context.ts';
import { startRun, stopRun, type TestPlace, useTests } from './store.ts';
import { VariablesFields } from './VariablesFields.tsx';

interface TestEditorProps {
	/** Under what it is saved. */
	readonly place: TestPlace;
	readonly test: Sequence;
}

/** One test: its connections, its steps, and beside each its last result. */
export function TestEditor({ place, test }: TestEditorProps) {
	const { ui } = useWords();
	const { tests: text } = useDialogWords();
	const run = useTests(({ runs, latest }) => runs.get(latest.get(placeKey(test)) ?? 0));
	const refusal = useTests((state) => state.refusal);
	const taken = useTests(
		({ tests }) => placeKey(test) !== placeKey(place) && tests.some((one) => placeKey(one) === placeKey(test)),
	);
	const fault = taken ? { path: 'name', message: text.nameTaken } : faultOf(test);
	const running = run?.status === 'running';
	const variables = useVariables(test);
	const placed = placedSteps(test.steps);
	// Results belong to the test that ran: after a change they no longer apply.
	const results = run !== undefined && sameTest(run.sequence, test) ? run.results : [];
	const index = new Map(placed.map(({ path }, at) => [pathText(path), at + 1]));
	const wrong = fault ?? (refusal && { path: refusal.details.path ?? '', message: refusal.message });
	const context: StepContext = {
		connections: connectionsOf(test).map(([name]) => name),
		result: (path) => results[index.get(pathText(path)) ?? -1],
		fault: (path) => (wrong !== undefined && stepAt(wrong.path, index) === pathText(path) ? wrong.message : undefined),
		faultIn: (path) => (wrong !== undefined && isIn(wrong.path, pathText(path)) ? wrong.message : undefined),
		mayAdd: placed.length < LIMITS.sequenceSteps,
		Steps: StepList,
	};
	const toggle = async (event: FormEvent): Promise<void> => {
		event.preventDefault();
		if (running) return stopRun(run.id);
		if (fault !== undefined) return;
		await saveDrafts();
		await startRun(test);
	};
	const errorAt = (path: string): string | undefined => (wrong?.path === path ? wrong.message : undefined);

	return (
		<form className="tests-editor" aria-label={text.form(test.name)} onSubmit={(event) => void toggle(event)}>
			<div className="tests-head">
				<TextField
					label={text.name}
					aside={<ExplainButton explains="testing.testName" />}
					className="tests-name"
					maxLength={LIMITS.nameChars}
					value={test.name}
					onChange={(name) => changeTest({ ...test, name })}
					error={errorAt('name')}
				/>
				<TextField
					label={text.folder}
					aside={<ExplainButton explains="testing.testName" />}
					className="tests-folder"
					maxLength={LIMITS.nameChars}
					value={test.folder ?? ''}
					onChange={(folder) => {
						const { folder: _before, ...rest } = test;
						changeTest(folder.trim() === '' ? rest : { ...rest, folder });
					}}
				/>
				<IconButton
					label={text.asCode(test.name)}
					disabled={fault !== undefined}
					onClick={() => openOver({ kind: 'code', source: { of: 'test', test } })}
				>
					<CodeXml size={14} />
				</IconButton>
				<IconButton label={text.duplicate(test.name)} onClick={() => duplicateTest(test)}>
					<Copy size={14} />
				</IconButton>
				<IconButton label={text.delete(test.name)} danger onClick={() => void deleteTest(test)}>
					<Trash2 size={14} />
				</IconButton>
				<Button
					type="submit"
					variant={running ? 'danger' : 'primary'}
					icon={running ? <Square size={13} /> : <Play size={13} />}
					disabled={!running && fault !== undefined}
				>
					{running ? ui.stop : text.run}
				</Button>
			</div>
			<ConnectionsFields test={test} onChange={changeTest} error={errorAt} result={results[0]} />
			<VariablesFields test={test} onChange={changeTest} error={errorAt} />
			<VariablesProvider value={variables}>
				<StepContextProvider value={context}>
					<StepList
						label={text.steps.title}
						steps={test.steps}
						path={['steps']}
						prefix=""
						depth={0}
						onChange={(steps) => changeTest({ ...test, steps })}
					/>
				</StepContextProvider>
			</VariablesProvider>
			<div className="tests-foot">
				<RunSummary run={run} numbers={placed} refusal={refusal} fault={fault?.message} current={results.length > 0} />
			</div>
			{run === undefined || results.length === 0 ? null : <CapturedList captured={run.captured} />}
		</form>
	);
}

/** The names that `var` has in the steps of a test; the same set while they are the same. */
function useVariables({ steps, variables }: Sequence): ReadonlySet<string> {
	const ofWorkspace = useNames((names) => names.variables);
	const names = new Set([...Object.keys(ofWorkspace), ...Object.keys(variables), ...capturedNames(steps)]);
	const all = [...names].toSorted().join(' ');
	return useMemo(() => new Set(all === '' ? [] : all.split(' ')), [all]);
}

/** Whether a path is another one, or in it. */
function isIn(path: string, whole: string): boolean {
	return path === whole || path.startsWith(`${whole}.`) || path.startsWith(`${whole}[`);
}

/** The innermost step that a path of a fault is in. */
function stepAt(path: string, steps: ReadonlyMap<string, number>): string | undefined {
	let found: string | undefined;
	for (const step of steps.keys()) if (isIn(path, step)) found = step;
	return found;
}
