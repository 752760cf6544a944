import { Copy, Play, Plus, Square, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { SequenceRun } from '../../../common/contract/calls/protocol-tests.ts';
import type { SequenceStep } from '../../../common/protocol-tests/step-schema.ts';
import type { Sequence } from '../../../common/protocol-tests/test-schema.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { blankStep } from './blank.ts';
import { ClientLine } from './ClientLine.tsx';
import { RunSummary } from './RunSummary.tsx';
import { StepRow } from './StepRow.tsx';
import { changeTest, deleteTest, duplicateTest, faultOf } from './saved.ts';
import { forgetRefusal, startRun, stopRun, useTests } from './store.ts';

interface TestEditorProps {
	readonly index: number;
	readonly kept: Sequence;
}

/** One test: its target, its steps, and beside each its last result. */
export function TestEditor({ index, kept }: TestEditorProps) {
	const [draft, setDraft] = useState(kept);
	const [keys, setKeys] = useState(() => kept.steps.map((_, n) => n));
	const run = useTests(({ runs, latest }) => runs.get(latest.get(draft.name) ?? 0));
	const refusal = useTests((state) => state.refusal);
	const taken = useSettings(({ sequences }) =>
		sequences.some(({ name }, at) => at !== index && name === draft.name.trim()),
	);
	const fault = taken ? { path: 'name', message: 'Another test has this name.' } : faultOf(draft);
	const running = run?.status === 'running';
	// Results belong to the steps that ran: after a change they no longer apply.
	const results = run !== undefined && sameSteps(run.sequence, draft) ? run.results : [];

	const change = (patch: Partial<Sequence>): void => {
		const changed = { ...draft, ...patch };
		setDraft(changed);
		forgetRefusal();
		if (!taken) changeTest(index, changed);
	};
	const setSteps = (steps: readonly SequenceStep[], order: readonly number[]): void => {
		setKeys([...order]);
		change({ steps: [...steps] });
	};
	const move = (at: number, by: 1 | -1): void => {
		const steps = [...draft.steps];
		const order = [...keys];
		steps.splice(at + by, 0, ...steps.splice(at, 1));
		order.splice(at + by, 0, ...order.splice(at, 1));
		setSteps(steps, order);
	};
	const addStep = (): void => {
		const last = draft.steps.at(-1)?.type;
		const step = blankStep(last === 'send' ? 'expect' : 'send');
		setSteps([...draft.steps, step], [...keys, Math.max(-1, ...keys) + 1]);
	};
	const toggle = (event: FormEvent): void => {
		event.preventDefault();
		if (running) void stopRun(run.id);
		else if (fault === undefined) void startRun(draft);
	};
	const errorAt = (path: string): string | undefined => (fault?.path === path ? fault.message : undefined);

	return (
		<form className="tests-editor" aria-label={`Test ${draft.name}`} onSubmit={toggle}>
			<div className="tests-head">
				<TextField
					label="Name"
					className="tests-name"
					maxLength={LIMITS.nameChars}
					value={draft.name}
					onChange={(name) => change({ name })}
					error={errorAt('name')}
				/>
				<IconButton label={`Duplicate ${draft.name}`} onClick={() => duplicateTest(draft)}>
					<Copy size={14} />
				</IconButton>
				<IconButton label={`Delete ${draft.name}`} danger onClick={() => deleteTest(index)}>
					<Trash2 size={14} />
				</IconButton>
				<Button
					type="submit"
					variant={running ? 'danger' : 'primary'}
					icon={running ? <Square size={13} /> : <Play size={13} />}
					disabled={!running && fault !== undefined}
				>
					{running ? 'Stop' : 'Run'}
				</Button>
			</div>
			{draft.client === undefined ? null : (
				<ClientLine
					client={draft.client}
					onChange={(client) => change({ client })}
					error={errorAt}
					result={results[0]}
				/>
			)}
			<ol className="tests-steps" aria-label="Steps">
				{draft.steps.map((step, at) => (
					<StepRow
						key={keys[at]}
						n={at + 1}
						step={step}
						last={at === draft.steps.length - 1}
						result={results[at + 1]}
						fault={refusal?.details.path?.startsWith(`steps[${at}]`) ? refusal.message : undefined}
						onChange={(changed) => setSteps(draft.steps.with(at, changed), keys)}
						onMove={(by) => move(at, by)}
						onRemove={() =>
							setSteps(
								draft.steps.filter((_, other) => other !== at),
								keys.filter((_, other) => other !== at),
							)
						}
					/>
				))}
			</ol>
			<div className="tests-foot">
				<Button icon={<Plus size={13} />} onClick={addStep} disabled={draft.steps.length >= LIMITS.sequenceSteps}>
					Add step
				</Button>
				<RunSummary run={run} refusal={refusal} fault={fault?.message} current={results.length > 0} />
			</div>
		</form>
	);
}

function sameSteps(ran: SequenceRun['sequence'], draft: Sequence): boolean {
	return JSON.stringify([ran.client, ran.steps]) === JSON.stringify([draft.client, draft.steps]);
}
