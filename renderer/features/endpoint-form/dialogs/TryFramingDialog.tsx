import { useState } from 'react';
import type { StreamFraming } from '../../../../common/contract/config/framing.ts';
import type { EndpointConfig } from '../../../../common/endpoints/index.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { tryFraming, useListing } from '../../../app/state/capture/listing.ts';
import { replaceFraming } from '../../../app/state/endpoints/endpoint-actions.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { closeDialog } from '../../../app/state/window/dialogs.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { useWords } from '../../../words/index.ts';
import { judgeFraming } from '../draft/compile-errors.ts';
import { errorAt } from '../draft/errors.ts';
import { type StreamFramingDraft, streamFramingDraft } from '../draft/framing-draft.ts';
import { useJudged } from '../form/use-judged.ts';
import { useLeft } from '../form/use-left.ts';
import { OneFraming } from '../framing/FramingFields.tsx';
import { TriedMessages } from '../framing/TriedMessages.tsx';
import '../form.css';

/** What a framing begins with where there is none yet. */
const LINES: StreamFraming = { framing: { type: 'line' } };

/** Splits what an endpoint has captured with another framing, which the endpoint can then use. */
export function TryFramingDialog({ endpoint }: { readonly endpoint: string | undefined }) {
	const { title, noStream } = useDialogWords().endpointForm.dialogs.tryFraming;
	const [names] = useState(() => streamNames(endpoint));
	const [name, setName] = useState(endpoint ?? names[0]);
	return (
		<Dialog title={title} onClose={closeDialog} width={620}>
			{name === undefined ? (
				<p className="form-gone">{noStream}</p>
			) : (
				<TryForm key={name} name={name} names={names} onName={setName} />
			)}
		</Dialog>
	);
}

/** Names of endpoints whose streams can be split, and the given one. */
function streamNames(given: string | undefined): readonly string[] {
	const streams = [...useWorkbench.getState().endpoints.values()].filter(({ config }) => 'framing' in config);
	const names = [...(given === undefined ? [] : [given]), ...streams.map(({ config }) => config.name)];
	return [...new Set(names)];
}

/** The framing that is tried for an endpoint, else its own, else lines. */
function firstDraft(name: string, config: EndpointConfig | undefined): StreamFramingDraft {
	const tried = useListing.getState().tried.find(({ endpoint }) => endpoint === name);
	if (tried !== undefined) return streamFramingDraft({ framing: tried.framing });
	const own = config !== undefined && 'framing' in config ? config.framing : undefined;
	return streamFramingDraft(own === undefined || own.type === 'none' ? LINES : { framing: own });
}

interface TryFormProps {
	readonly name: string;
	readonly names: readonly string[];
	readonly onName: (name: string) => void;
}

function TryForm({ name, names, onName }: TryFormProps) {
	const own = useWorkbench(({ endpoints }) => [...endpoints.values()].find(({ config }) => config.name === name));
	const isTried = useListing(({ tried }) => tried.some(({ endpoint }) => endpoint === name));
	const [draft, setDraft] = useState(() => firstDraft(name, own?.config));
	const left = useLeft();
	const { framing: general, ui } = useWords();
	const words = useDialogWords().endpointForm.dialogs.tryFraming;
	const { framing, errors } = useJudged(draft, judgeFraming);
	const show = () => {
		if (framing === undefined) return;
		closeDialog();
		tryFraming(name, framing.framing);
	};
	return (
		<form
			className="form"
			noValidate
			aria-label={words.title}
			onBlur={left.onBlur}
			onSubmit={(event) => {
				event.preventDefault();
				show();
			}}
		>
			<div className="form-body">
				<fieldset className="form-section">
					<legend>{words.what}</legend>
					{names.length > 1 ? (
						<Select
							label={words.endpoint}
							aside={<ExplainButton explains="dialogs.tried" />}
							value={name}
							choices={names.map((value) => ({ value, label: value }))}
							onChange={onName}
						/>
					) : null}
					<OneFraming
						label={general.label}
						path="framing"
						draft={draft.framing}
						onChange={(path, changed) => {
							left.changed(path);
							setDraft({ ...draft, framing: changed });
						}}
						error={(path) => (left.shows(path) ? errorAt(errors, path) : undefined)}
					/>
				</fieldset>
				<TriedMessages endpoint={name} framing={framing?.framing} />
			</div>
			<footer className="form-foot">
				<div className="form-buttons">
					{isTried ? (
						<Button
							onClick={() => {
								closeDialog();
								tryFraming(name, undefined);
							}}
						>
							{words.stop}
						</Button>
					) : null}
					<Button onClick={closeDialog}>{ui.cancel}</Button>
					{own === undefined || !('framing' in own.config) ? null : (
						<Button
							disabled={framing === undefined}
							onClick={() => {
								if (framing === undefined) return;
								show();
								void replaceFraming(own.id, framing);
							}}
						>
							{words.use(name)}
						</Button>
					)}
					<Button type="submit" variant="primary" disabled={framing === undefined}>
						{words.show}
					</Button>
				</div>
			</footer>
		</form>
	);
}
