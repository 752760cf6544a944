import { KeyRound, Play, X } from 'lucide-react';
import type { WorkspaceProblem, WorkspaceResolution } from '../../../../common/contract/calls/workspace.ts';
import { forgetWhatRan, resolveWorkspace, startWhatRan, useWorkspace } from '../../../app/state/endpoints/workspace.ts';
import { openDialog } from '../../../app/state/window/dialogs.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import './workspace.css';

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
	return (
		<section className="workspace-ran" aria-label="Missing secrets">
			<Button icon={<KeyRound size={14} />} onClick={() => openDialog({ kind: 'secrets' })}>
				{count === 1 ? 'A secret is missing…' : `${count} secrets are missing…`}
			</Button>
		</section>
	);
}

function RanOffer({ count }: { readonly count: number }) {
	return (
		<section className="workspace-ran" aria-label="What ran last time">
			<Button icon={<Play size={14} />} onClick={() => void startWhatRan()}>
				Start what ran ({count})
			</Button>
			<IconButton label="Do not start what ran" size="s" onClick={forgetWhatRan}>
				<X size={14} />
			</IconButton>
		</section>
	);
}

const TITLES: Readonly<Record<WorkspaceProblem['kind'], string>> = {
	broken: 'The saved endpoints cannot be read',
	missing: 'The workspace is not where it was',
	newer: 'A newer Wirebench saved the endpoints',
	changed: 'The saved endpoints have changed on disk',
	unwritable: 'The endpoints are not saved',
};

interface Choice {
	readonly how: WorkspaceResolution;
	readonly label: string;
}

const UNUSABLE: readonly Choice[] = [
	{ how: 'take-file', label: 'Read it again' },
	{ how: 'start-new', label: 'Start a new one' },
];
const CHOICES: Readonly<Record<WorkspaceProblem['kind'], readonly Choice[]>> = {
	broken: UNUSABLE,
	newer: UNUSABLE,
	missing: UNUSABLE,
	changed: [
		{ how: 'take-file', label: 'Take the file’s' },
		{ how: 'keep-mine', label: 'Keep mine' },
	],
	unwritable: [],
};

/** What follows from the choices. */
const HINTS: Readonly<Record<WorkspaceProblem['kind'], string>> = {
	broken: 'Repair the file and read it again, or start a new one: the file is then renamed and kept.',
	newer: 'Open it with that version, or start a new one: the file is then renamed and kept.',
	missing: 'Bring the file back and read it again, open another workspace, or start a new one at that place.',
	changed: 'The file’s endpoints replace those here; those that differ are stopped. Or yours replace the file.',
	unwritable: 'Make room or change the permissions of the folder.',
};

function ProblemCard({ problem }: { readonly problem: WorkspaceProblem }) {
	const { kind, message } = problem;
	const path = useWorkspace((workspace) => workspace.path);
	const choices = CHOICES[kind];
	return (
		<div className="workspace-problem">
			<Card
				tone={kind === 'changed' ? 'warn' : 'error'}
				announce
				label="Problem of the workspace"
				title={TITLES[kind]}
				actions={
					choices.length === 0
						? undefined
						: choices.map(({ how, label }) => (
								<Button key={how} onClick={() => resolveWorkspace(how)}>
									{label}
								</Button>
							))
				}
			>
				<p>{message}</p>
				<p className="mono">{path}</p>
				<p>{HINTS[kind]}</p>
			</Card>
		</div>
	);
}
