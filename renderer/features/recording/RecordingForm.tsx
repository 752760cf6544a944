import { type FormEvent, useState } from 'react';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { RecordingSide } from '../../../common/contract/calls/recording.ts';
import { placeNotes, type RecordedAs } from '../../../common/recording/index.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { chosenPlace, firstDraft, type RecordingDraft, sideOf } from './draft.ts';
import { make } from './make.ts';
import { proposedName, useTestNames } from './names.ts';
import { placeFault, proposedPlace, readPlace } from './place.ts';
import { ReplayProgress } from './ReplayProgress.tsx';
import { useReplay } from './store.ts';
import type { Recorded } from './use-recording.ts';
import { VaryingParts } from './VaryingParts.tsx';
import { becomes, DO } from './words.ts';

const USES = [
	{ value: 'test', label: 'Test' },
	{ value: 'mock', label: 'Mock server' },
	{ value: 'replay', label: 'Replay' },
] as const;
const SIDES = [
	{ value: 'client', label: 'Client' },
	{ value: 'server', label: 'Server' },
] as const;

interface RecordingFormProps {
	readonly capture: string | undefined;
	readonly recorded: Recorded;
	/** What it becomes at first. */
	readonly as: RecordedAs;
}

/** What the conversation becomes, and how. */
export function RecordingForm({ capture, recorded, as: first }: RecordingFormProps) {
	const { recording } = recorded;
	const [draft, setDraft] = useState<RecordingDraft>(() => firstDraft(first));
	const [fault, setFault] = useState<string>();
	const [isBusy, setBusy] = useState(false);
	const testNames = useTestNames();
	// As it was when the dialog opened: what starts meanwhile does not change what is typed.
	const [endpoints] = useState(() => [...useWorkbench.getState().endpoints.values()]);
	const run = useReplay(capture, recording.connection);
	const { as } = draft;
	const side = sideOf(draft);
	const name = draft.names[as] ?? proposedName(recorded, as, testNames);
	const placeText = draft.places[side] ?? proposedPlace(recording, side, endpoints);
	const place = chosenPlace(readPlace(placeText, recording, side), recording, draft);
	const notes = [...recording.notes, ...(place === undefined ? [] : placeNotes(recording, place, side))];
	const isRunning = as === 'replay' && (run?.state.status === 'connecting' || run?.state.status === 'running');
	const isReady = place !== undefined && !isBusy && !isRunning;

	const change = (patch: Partial<RecordingDraft>) => {
		setFault(undefined);
		setDraft((before) => ({ ...before, ...patch }));
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (place === undefined || !isReady) return;
		setFault(undefined);
		setBusy(true);
		make({ capture, recorded, draft, name, place })
			.catch((error: unknown) => setFault(messageOf(error)))
			.finally(() => setBusy(false));
	};
	return (
		<form className="recording" noValidate onSubmit={submit} aria-label="What it becomes">
			<div className="recording-body">
				<div className="recording-choices">
					<Segmented<RecordedAs> label="Becomes" value={as} segments={USES} onChange={(use) => change({ as: use })} />
					{as === 'mock' ? null : (
						<Segmented<RecordingSide>
							label="Side"
							value={side}
							segments={SIDES}
							onChange={(one) => change({ side: one })}
						/>
					)}
				</div>
				<p className="recording-help">{becomes(as, side)}</p>
				{notes.map((note) => (
					<p key={note} className="recording-note">
						{note}
					</p>
				))}
				<div className="recording-fields">
					{as === 'replay' ? null : (
						<TextField
							label="Name"
							value={name}
							onChange={(text) => change({ names: { ...draft.names, [as]: text } })}
							error={name.trim() === '' ? 'Give a name.' : undefined}
						/>
					)}
					<TextField
						label={side === 'client' ? 'Connects to' : 'Listens on'}
						mono
						autoFocus
						value={placeText}
						onChange={(text) => change({ places: { ...draft.places, [side]: text } })}
						error={place === undefined ? placeFault(side) : undefined}
					/>
				</div>
				{place?.protocol === 'tcp' ? (
					<div className="recording-choices">
						<Checkbox label="TLS" checked={place.tls !== undefined} onChange={(tls) => change({ tls })} />
						{place.tls === undefined || side === 'server' ? null : (
							<Checkbox
								label="Verify the server’s certificate"
								checked={place.tls.verify}
								onChange={(verify) => change({ verify })}
							/>
						)}
					</div>
				) : null}
				{as === 'replay' ? (
					<div className="recording-choices">
						<Checkbox label="Original rhythm" checked={draft.rhythm} onChange={(rhythm) => change({ rhythm })} />
						<Checkbox
							label="Do not compare parts that probably differ each time"
							checked={draft.ignoreVarying}
							onChange={(ignoreVarying) => change({ ignoreVarying })}
						/>
					</div>
				) : (
					<VaryingParts recorded={recorded} side={side} fixed={draft.fixed} onChange={(fixed) => change({ fixed })} />
				)}
				{as !== 'replay' || run === undefined ? null : <ReplayProgress run={run} />}
				{fault === undefined ? null : (
					<p className="recording-fault" role="alert">
						{fault}
					</p>
				)}
			</div>
			<footer className="recording-foot">
				{as === 'replay' ? (
					<p className="recording-help">It goes on when this window is closed, and can be stopped here.</p>
				) : null}
				<Button onClick={closeDialog}>{as === 'replay' ? 'Close' : 'Cancel'}</Button>
				<Button type="submit" variant="primary" disabled={!isReady || (as !== 'replay' && name.trim() === '')}>
					{DO[as]}
				</Button>
			</footer>
		</form>
	);
}
