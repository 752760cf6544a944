import { KeyRound, Play, X } from 'lucide-react';
import { useCallback } from 'react';
import type { WorkspaceProblem, WorkspaceResolution } from '../../../../common/contract/calls/workspace.ts';
import { forgetWhatRan, resolveWorkspace, startWhatRan, useWorkspace } from '../../../app/state/endpoints/workspace.ts';
import { openDialog } from '../../../app/state/window/dialogs.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { faultText } from '../../../words/errors.ts';
import './workspace.css';
import { useWords } from '../../../words/index.ts';

/** Above the endpoints: why they are not saved, and the offer to start those that ran last time. */
export function WorkspaceNotices() {
	const problem = useWorkspace((workspace) => workspace.problem);
	const ran = useWorkspace((workspace) => workspace.ran.length);
	const missing = useWorkspace((workspace) => workspace.missing.length);
	return (
		<>
			{problem === undefined ? null : <ProblemCard problem={problem} />}
			{missing === 0 ? null : <MissingSecrets count={missing} />}
			{ran === 0 ? null : <RanOffer count={ran} />}
		</>
	);
}

/** Endpoints and tests whose file was opened on another machine, or whose secrets were lost. */
function MissingSecrets({ count }: { readonly count: number }) {
	const text = useWords().workspaceNotices;
	return (
		<section className="workspace-ran" aria-label={text.secrets}>
			<Button icon={<KeyRound size={14} />} onClick={() => openDialog({ kind: 'secrets' })}>
				{text.missing(count)}
			</Button>
		</section>
	);
}

function RanOffer({ count }: { readonly count: number }) {
	const text = useWords().workspaceNotices;
	// The next step after a start: one key, unless the person is somewhere already.
	const ready = useCallback((button: HTMLButtonElement | null) => {
		if (document.activeElement === document.body) button?.focus();
	}, []);
	return (
		<section className="workspace-ran" aria-label={text.ran}>
			<Button ref={ready} icon={<Play size={14} />} onClick={() => void startWhatRan()}>
				{text.startRan(count)}
			</Button>
			<IconButton label={text.notStartRan} size="s" onClick={forgetWhatRan}>
				<X size={14} />
			</IconButton>
		</section>
	);
}

interface Choice {
	readonly how: WorkspaceResolution;
	/** The name of its text. */
	readonly label: 'readAgain' | 'startNew' | 'takeFile' | 'keepMine';
}

const UNUSABLE: readonly Choice[] = [
	{ how: 'take-file', label: 'readAgain' },
	{ how: 'start-new', label: 'startNew' },
];
const CHOICES: Readonly<Record<WorkspaceProblem['kind'], readonly Choice[]>> = {
	broken: UNUSABLE,
	newer: UNUSABLE,
	missing: UNUSABLE,
	changed: [
		{ how: 'take-file', label: 'takeFile' },
		{ how: 'keep-mine', label: 'keepMine' },
	],
	unwritable: [],
};

function ProblemCard({ problem }: { readonly problem: WorkspaceProblem }) {
	const text = useWords().workspaceNotices;
	const { kind } = problem;
	const path = useWorkspace((workspace) => workspace.path);
	const choices = CHOICES[kind];
	return (
		<div className="workspace-problem">
			<Card
				tone={kind === 'changed' ? 'warn' : 'error'}
				announce
				label={text.problem}
				title={text.titles[kind]}
				actions={
					choices.length === 0
						? undefined
						: choices.map(({ how, label }) => (
								<Button key={how} onClick={() => resolveWorkspace(how)}>
									{text[label]}
								</Button>
							))
				}
			>
				<p>{faultText(problem)}</p>
				<p className="mono">{path}</p>
				<p>{text.hints[kind]}</p>
			</Card>
		</div>
	);
}
