import {
	type DoneWhen,
	filled,
	type LessonOffer,
	type LessonStep,
	type LessonText,
	type Tally,
} from '../../../common/lessons/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import { isOfferReady, type OfferPlace, takeOffer } from './act.ts';
import { presetConfig } from './endpoint.ts';
import { Marked } from './Marked.tsx';
import { Program } from './Program.tsx';
import type { StepFacts } from './use-progress.ts';

interface OwnProgramProps {
	readonly step: LessonStep;
	readonly place: OfferPlace;
	/** A text with the address of the endpoint at a place. */
	readonly words: (text: LessonText, place: OfferPlace) => string;
}

interface CurrentStepProps extends OwnProgramProps {
	readonly facts: StepFacts;
}

/** The program of a step: of a finished one too, because the steps after it may need it again. */
export function OwnProgram({ step: { program, title }, place, words }: OwnProgramProps) {
	if (program === undefined) return null;
	return <Program language={program.language} code={filled(program.code, place.at)} title={words(title, place)} />;
}

/** What helps with the current step: a button, a program, what went wrong, and how much is done. */
export function CurrentStep({ step, facts, place, words }: CurrentStepProps) {
	const { offer, program, done } = step;
	const { lessons: text } = useDialogWords();
	const label = useOfferLabel();
	return (
		<>
			{offer === undefined ? null : (
				<div className="lesson-actions">
					<Button
						variant={program === undefined ? 'primary' : 'plain'}
						disabled={!isOfferReady(offer, place)}
						onClick={() => takeOffer(offer, place)}
					>
						{label(offer)}
					</Button>
					{isOfferReady(offer, place) ? null : <span className="lesson-note">{text.noEndpoint}</span>}
				</div>
			)}
			<OwnProgram step={step} place={place} words={words} />
			<Count when={done} tally={facts.tally} />
			{facts.wrong === undefined ? null : (
				<Card key={facts.wrong.en} tone="warn" title={text.wrong} announce>
					<Marked text={words(facts.wrong, place)} />
				</Card>
			)}
			{facts.unknown ? <p className="lesson-note">{text.unknownProgram}</p> : null}
			{facts.failure === undefined ? null : (
				<Card tone="error" title={text.failed} announce>
					{facts.failure}
				</Card>
			)}
		</>
	);
}

function useOfferLabel(): (offer: LessonOffer) => string {
	const { offers } = useDialogWords().lessons;
	const { endpointCommands, captureActions } = useWords();
	return (offer) => {
		if ('preset' in offer) return offers.preset(presetConfig(offer.preset).name);
		if ('client' in offer) return endpointCommands.connectClient;
		if ('proxy' in offer) return endpointCommands.proxy;
		if ('filter' in offer) return offers.filter;
		if ('code' in offer) return captureActions.asCode;
		return 'explain' in offer ? offers.explain : offers.views[offer.view];
	};
}

/** How much of a step that wants several events is done. */
function Count({ when, tally }: { readonly when: DoneWhen; readonly tally: Tally }) {
	const { lessons: text } = useDialogWords();
	const { count, connections = 1 } = when;
	if (count === 1 && connections === 1) return null;
	const says =
		connections > 1 && connections >= count
			? text.soFarConnections(tally.connections.length, connections)
			: text.soFar(Math.min(tally.count, count), count);
	return <p className="lesson-note">{says}</p>;
}
