import type { RecordingSide } from '../../../common/contract/calls/recording.ts';
import type { Proposal } from '../../../common/recording/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import type { Recorded } from './use-recording.ts';
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
	const { proposals } = recorded;
	if (proposals.length === 0) {
		return (
			<p className="recording-help">
				No part seems to vary: dates, ids, lengths, checksums or counters. All stays as recorded.
			</p>
		);
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
			<legend>Parts that probably differ the next time</legend>
			<div className="recording-all">
				<span className="recording-help">
					{proposals.length - fixed.size} of {proposals.length} vary; the others stay as recorded.
				</span>
				<Button variant="ghost" disabled={fixed.size === 0} onClick={() => onChange(new Set())}>
					All vary
				</Button>
				<Button
					variant="ghost"
					disabled={fixed.size === proposals.length}
					onClick={() => onChange(new Set(proposals.map(({ number }) => number)))}
				>
					None varies
				</Button>
			</div>
			<ul>
				{shown.map((proposal) => (
					<li key={proposal.number}>
						<Checkbox
							label={proposal.text}
							checked={!fixed.has(proposal.number)}
							onChange={(varies) => change(proposal.number, varies)}
						/>
						<Effect proposal={proposal} recorded={recorded} side={side} varies={!fixed.has(proposal.number)} />
					</li>
				))}
			</ul>
			{proposals.length > MOST ? (
				<p className="recording-help">{proposals.length - MOST} more are not listed; the buttons above include them.</p>
			) : null}
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
	const { sent, expected } = varies ? effectOf(proposal, recorded, side) : {};
	return (
		<dl>
			<Line name="Recorded" value={proposal.before} />
			{sent === undefined ? null : <Line name="Sent" value={sent} />}
			{expected === undefined ? null : <Line name="Expected" value={expected} />}
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
