import type { OfferedPart } from '../../../common/contract/calls/workspace.ts';
import type { Words } from '../../../common/words/en.ts';
import type { DialogWords } from '../../../common/words/en-dialogs.ts';
import { PART_KINDS } from '../../../common/workspace/part-kinds.ts';
import { partId } from '../../../common/workspace/parts.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import { clashText, isOn, type PartChoices, partLabel, withAll } from './part-choices.ts';

interface PartsListProps {
	readonly parts: readonly OfferedPart[];
	readonly choices: PartChoices;
	readonly onChange: (choices: PartChoices) => void;
}

/** The parts of a workspace, grouped by their kind, each with a check box; one that clashes also with what becomes of both. */
export function PartsList({ parts, choices, onChange }: PartsListProps) {
	const text = useDialogWords().workspace.parts;
	const groups = PART_KINDS.map((kind) => ({ kind, list: parts.filter((part) => part.kind === kind) }));
	return (
		<div className="parts">
			{groups
				.filter(({ list }) => list.length > 0)
				.map(({ kind, list }) => {
					const all = list.every((part) => isOn(choices, part));
					return (
						<fieldset key={kind}>
							<legend>{text.kinds[kind]}</legend>
							<Button
								aria-label={all ? text.noneOf(text.kinds[kind]) : text.allOf(text.kinds[kind])}
								onClick={() => onChange(withAll(choices, list, !all))}
							>
								{all ? text.none : text.all}
							</Button>
							<ul>
								{list.map((part) => (
									<PartRow key={partId(part)} part={part} choices={choices} onChange={onChange} />
								))}
							</ul>
						</fieldset>
					);
				})}
		</div>
	);
}

function detailOf(
	{ detail, steps, endpoint }: OfferedPart,
	text: DialogWords['workspace']['parts'],
	kinds: Words['kinds'],
): string {
	if (endpoint !== undefined) return `${kinds[endpoint.kind]} ${endpoint.address}`;
	return steps === undefined ? detail : text.steps(steps);
}

function PartRow({ part, choices, onChange }: Omit<PartsListProps, 'parts'> & { readonly part: OfferedPart }) {
	const choice = choices.get(partId(part));
	const label = partLabel(part);
	const text = useDialogWords().workspace.parts;
	const { kinds } = useWords();
	return (
		<li>
			<Checkbox
				label={label}
				aside={<ExplainButton explains="dialogs.part" />}
				checked={choice !== undefined}
				onChange={(on) => onChange(withAll(choices, [part], on))}
			/>
			<span className="part-detail">{detailOf(part, text, kinds)}</span>
			{part.clash === undefined ? null : (
				<span className="part-clash">
					{clashText(part, part.clash, text)}
					{choice === undefined ? null : (
						<Select
							label={text.clashOf(label)}
							aside={<ExplainButton explains="dialogs.part" />}
							hideLabel
							value={choice}
							choices={[
								{ value: 'rename', label: text.keepBoth },
								{ value: 'replace', label: text.replace(part.clash.name) },
							]}
							onChange={(how) => onChange(new Map(choices).set(partId(part), how))}
						/>
					)}
				</span>
			)}
		</li>
	);
}
