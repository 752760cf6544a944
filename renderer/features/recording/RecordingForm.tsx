import { type FormEvent, useState } from 'react';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { RecordingSide } from '../../../common/contract/calls/recording.ts';
import { placeNotes, type RecordedAs } from '../../../common/recording/index.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { ExplainedSegmented } from '../../app/shared/explain/ExplainedSegmented.tsx';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { eventText } from '../../words/errors.ts';
import { chosenPlace, firstDraft, type RecordingDraft, sideOf } from './draft.ts';
import { make } from './make.ts';
import { proposedName, useTestNames } from './names.ts';
import { proposedPlace, readPlace } from './place.ts';
import { ReplayProgress } from './ReplayProgress.tsx';
import { useReplay } from './store.ts';
import type { Recorded } from './use-recording.ts';
import { VaryingParts } from './VaryingParts.tsx';

const USES = ['test', 'mock', 'replay'] as const;
const SIDES = ['client', 'server'] as const;

interface RecordingFormProps {
	readonly capture: string | undefined;
	readonly recorded: Recorded;
	/** What it becomes at first. */
	readonly as: RecordedAs;
}

/** What the conversation becomes, and how. */
export function RecordingForm({ capture, recorded, as: first }: RecordingFormProps) {
	const { recording: words, recorded: phrases } = useDialogWords();
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
	const notes = [
		...recording.notes.map((note) => eventText({ text: note })),
		...(place === undefined ? [] : placeNotes(recording, place, side, phrases)),
	];
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
		<form className="recording" noValidate onSubmit={submit} aria-label={words.form}>
			<div className="recording-body">
				<div className="recording-choices">
					<ExplainedSegmented<RecordedAs>
						label={words.becomes}
						explains="dialogs.becomes"
						value={as}
						segments={USES.map((use) => ({ value: use, label: words.uses[use] }))}
						onChange={(use) => change({ as: use })}
					/>
					{as === 'mock' ? null : (
						<ExplainedSegmented<RecordingSide>
							label={words.side}
							explains="dialogs.side"
							value={side}
							segments={SIDES.map((one) => ({ value: one, label: words.sides[one] }))}
							onChange={(one) => change({ side: one })}
						/>
					)}
				</div>
				<p className="recording-help">{as === 'mock' ? words.help.mock : words.help[as][side]}</p>
				{notes.map((note) => (
					<p key={note} className="recording-note">
						{note}
					</p>
				))}
				<div className="recording-fields">
					{as === 'replay' ? null : (
						<TextField
							label={words.name}
							aside={<ExplainButton explains="dialogs.madeName" />}
							value={name}
							onChange={(text) => change({ names: { ...draft.names, [as]: text } })}
							error={name.trim() === '' ? words.noName : undefined}
						/>
					)}
					<TextField
						label={side === 'client' ? words.connectsTo : words.listensOn}
						aside={<ExplainButton explains="dialogs.place" />}
						mono
						autoFocus
						value={placeText}
						onChange={(text) => change({ places: { ...draft.places, [side]: text } })}
						error={place === undefined ? (side === 'client' ? words.badClient : words.badServer) : undefined}
					/>
				</div>
				{place?.protocol === 'tcp' ? (
					<div className="recording-choices">
						<Checkbox
							label="TLS"
							aside={<ExplainButton explains="fields.tls" />}
							checked={place.tls !== undefined}
							onChange={(tls) => change({ tls })}
						/>
						{place.tls === undefined || side === 'server' ? null : (
							<Checkbox
								label={words.verify}
								aside={<ExplainButton explains="fields.verify" />}
								checked={place.tls.verify}
								onChange={(verify) => change({ verify })}
							/>
						)}
					</div>
				) : null}
				{as === 'replay' ? (
					<div className="recording-choices">
						<Checkbox
							label={words.rhythm}
							aside={<ExplainButton explains="dialogs.rhythm" />}
							checked={draft.rhythm}
							onChange={(rhythm) => change({ rhythm })}
						/>
						<Checkbox
							label={words.ignoreVarying}
							aside={<ExplainButton explains="dialogs.varying" />}
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
				{as === 'replay' ? <p className="recording-help">{words.goesOn}</p> : null}
				<Button onClick={closeDialog}>{as === 'replay' ? words.close : words.cancel}</Button>
				<Button type="submit" variant="primary" disabled={!isReady || (as !== 'replay' && name.trim() === '')}>
					{words.make[as]}
				</Button>
			</footer>
		</form>
	);
}
