import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { type ColourRule, ROW_COLOURS } from '../../../common/filter/colours.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { FilterTextField } from '../../app/shared/fields/FilterTextField.tsx';
import { useFault } from '../../app/shared/filter-fault.ts';
import { setColours, useColours, withColourRule } from '../../app/state/capture/colours.ts';
import { useFilter } from '../../app/state/capture/filter.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';

/** The filter of a rule that is made while none is applied. */
const EXAMPLE = 'kind:error';

/** The colour rules of the workspace: filters whose events have a colour in the log. */
export function ColoursDialog() {
	const words = useDialogWords().filters.colours;
	const rules = useColours((colours) => colours.rules);
	const applied = useFilter((filter) => filter.applied);
	const move = (at: number, by: 1 | -1) => {
		const rule = rules[at];
		if (rule !== undefined) setColours(rules.toSpliced(at, 1).toSpliced(at + by, 0, rule));
	};
	return (
		<Dialog title={words.title} onClose={closeDialog} width={560}>
			<ol className="filters-list" aria-label={words.title}>
				{rules.map((rule, at) => (
					<RuleRow
						// biome-ignore lint/suspicious/noArrayIndexKey: two rules can be equal
						key={`${at} ${rule.filter}`}
						rule={rule}
						number={at + 1}
						isLast={at === rules.length - 1}
						onChange={(changed) => setColours(rules.with(at, changed))}
						onMove={(by) => move(at, by)}
						onDelete={() => setColours(rules.toSpliced(at, 1))}
					/>
				))}
				{rules.length === 0 ? (
					<li>
						<EmptyState title={words.none}>{words.about}</EmptyState>
					</li>
				) : null}
			</ol>
			<div className="colours-tools">
				<Button
					icon={<Plus size={13} />}
					autoFocus
					disabled={rules.length >= LIMITS.colourRules}
					onClick={() => setColours(withColourRule(rules, applied === '' ? EXAMPLE : applied))}
				>
					{applied === '' ? words.add : words.addCurrent}
				</Button>
			</div>
		</Dialog>
	);
}

interface RuleRowProps {
	readonly rule: ColourRule;
	/** From 1. */
	readonly number: number;
	readonly isLast: boolean;
	readonly onChange: (rule: ColourRule) => void;
	readonly onMove: (by: 1 | -1) => void;
	readonly onDelete: () => void;
}

function RuleRow({ rule, number, isLast, onChange, onMove, onDelete }: RuleRowProps) {
	const words = useDialogWords().filters.colours;
	const { faultAt } = useWords().filter;
	const [filter, setFilter] = useState(rule.filter);
	const fault = useFault(filter);
	const take = () => {
		const text = filter.trim();
		if (text === '') setFilter(rule.filter);
		else if (fault === undefined && text !== rule.filter) onChange({ ...rule, filter: text });
	};
	return (
		<li className={`colours-row row-${rule.colour}`}>
			<Select
				label={words.colourOf(number)}
				aside={<ExplainButton explains="dialogs.colour" />}
				hideLabel
				value={rule.colour}
				choices={ROW_COLOURS.map((value) => ({ value, label: words.names[value] }))}
				onChange={(colour) => onChange({ ...rule, colour })}
			/>
			<FilterTextField
				label={words.filterOf(number)}
				aside={<ExplainButton explains="dialogs.filter" />}
				hideLabel
				maxLength={LIMITS.filterChars}
				error={fault === undefined ? undefined : faultAt(fault.position + 1, fault.message, '')}
				value={filter}
				onChange={setFilter}
				onBlur={take}
				onKeyDown={(event) => {
					if (event.key === 'Enter') take();
				}}
			/>
			<IconButton label={words.up(number)} tip={false} disabled={number === 1} onClick={() => onMove(-1)}>
				<ArrowUp size={14} />
			</IconButton>
			<IconButton label={words.down(number)} tip={false} disabled={isLast} onClick={() => onMove(1)}>
				<ArrowDown size={14} />
			</IconButton>
			<IconButton label={words.delete(number)} tip={false} onClick={onDelete}>
				<Trash2 size={14} />
			</IconButton>
		</li>
	);
}
