import type { RecordingSide } from '../../../common/contract/calls/recording.ts';
import type { Proposal } from '../../../common/recording/index.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { type Recorded, useProposals } from './use-recording.ts';
import { effectOf } from './words.ts';

/** Parts with a switch of their own; the buttons are for all. */
const MOST = 200;

interface VaryingPartsProps {
	readonly recorded: Recorded;
	readonly side: RecordingSide;
	/** Numbers of those that stay as recorded. */
	readonly fixed: ReadonlySet<number>;
	readonly onChange: (fixed: ReadonlySet<number>) => void;
}

/** The parts that probably differ the next time, each with a switch. */
export function VaryingParts({ recorded, side, fixed, onChange }: VaryingPartsProps) {
	const words = useDialogWords().recording.varying;
	const proposals = useProposals(recorded);
	if (proposals.length === 0) {
		return <p className="recording-help">{words.none}</p>;
	}
	const shown = proposals.slice(0, MOST);
	const change = (number: number, varies: boolean) => {
		const next = new Set(fixed);
		if (varies) next.delete(number);
		else next.add(number);
		onChange(next);
	};
	return (
		<fieldset className="recording-parts">
			<legend>{words.title}</legend>
			<div className="recording-all">
				<span className="recording-help">{words.count(proposals.length - fixed.size, proposals.length)}</span>
				<Button variant="ghost" disabled={fixed.size === 0} onClick={() => onChange(new Set())}>
					{words.all}
				</Button>
				<Button
					variant="ghost"
					disabled={fixed.size === proposals.length}
					onClick={() => onChange(new Set(proposals.map(({ number }) => number)))}
				>
					{words.noneVaries}
				</Button>
			</div>
			<ul>
				{shown.map((proposal) => (
					<li key={proposal.number}>
						<Checkbox
							label={proposal.text}
							aside={<ExplainButton explains="dialogs.varying" />}
							checked={!fixed.has(proposal.number)}
							onChange={(varies) => change(proposal.number, varies)}
						/>
						<Effect proposal={proposal} recorded={recorded} side={side} varies={!fixed.has(proposal.number)} />
					</li>
				))}
			</ul>
			{proposals.length > MOST ? <p className="recording-help">{words.more(proposals.length - MOST)}</p> : null}
		</fieldset>
	);
}

interface EffectProps {
	readonly proposal: Proposal;
	readonly recorded: Recorded;
	readonly side: RecordingSide;
	readonly varies: boolean;
}

/** The recorded bytes, and what becomes of them. */
function Effect({ proposal, recorded, side, varies }: EffectProps) {
	const words = useDialogWords().recording.varying;
	const { sent, expected } = varies ? effectOf(proposal, recorded, side) : {};
	return (
		<dl>
			<Line name={words.recorded} value={proposal.before} />
			{sent === undefined ? null : <Line name={words.sent} value={sent} />}
			{expected === undefined ? null : <Line name={words.expected} value={expected} />}
		</dl>
	);
}

function Line({ name, value }: { readonly name: string; readonly value: string }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{value}</dd>
		</div>
	);
}
