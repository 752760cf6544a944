import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, memo, useState } from 'react';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { RuleDraft } from '../draft/answers-draft.ts';
import { ActionFields } from './ActionFields.tsx';
import { RuleMatchFields } from './RuleMatchFields.tsx';
import { StateFields } from './StateFields.tsx';

/** Where a rule can have an error. */
const ERROR_FIELDS = [
	'match',
	'match.structure',
	'match.condition',
	'reply',
	'compose',
	'delayMs',
	'file.path',
	'file.name',
	'when',
	'next',
] as const;
type ErrorField = (typeof ERROR_FIELDS)[number];
export type RuleErrors = ReadonlyMap<ErrorField, string | undefined>;

/** The errors of a rule, from those of a form. */
export function fromFields(error: (field: ErrorField) => string | undefined): RuleErrors {
	return new Map(ERROR_FIELDS.map((field) => [field, error(field)]));
}

interface RuleItemProps {
	readonly rule: RuleDraft;
	readonly index: number;
	readonly last: boolean;
	/** How often it has answered; absent for a rule that has not run. */
	readonly hits: number | undefined;
	readonly errors: RuleErrors;
	/** It was added just now. */
	readonly fresh: boolean;
	/** The same object during the life of the form. */
	readonly actions: {
		readonly patch: (key: number, patch: Partial<RuleDraft>) => void;
		readonly remove: (key: number) => void;
		/** To this index among the rules. */
		readonly move: (key: number, to: number) => void;
	};
}

/** Dragged rules are identified by their keys, which no other page's drag can contain. */
const DRAGGED = 'application/x-wirebench-rule';

/** One rule of the form; its buttons, Alt with the arrow keys, or its handle move it. */
export const RuleItem = memo(function RuleItem({ rule, index, last, hits, errors, fresh, actions }: RuleItemProps) {
	const [over, setOver] = useState(false);
	const number = index + 1;
	const words = useDialogWords().endpointForm.rules;
	const name = words.rule(number);
	const error = (field: ErrorField) => errors.get(field);
	const change = (patch: Partial<RuleDraft>) => actions.patch(rule.key, patch);

	function onKeyDown(event: KeyboardEvent): void {
		if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
		// There the key opens the list.
		if (event.target instanceof HTMLSelectElement) return;
		event.preventDefault();
		actions.move(rule.key, index + (event.key === 'ArrowUp' ? -1 : 1));
	}

	function onDragOver(event: DragEvent): void {
		if (!event.dataTransfer.types.includes(DRAGGED)) return;
		event.preventDefault();
		setOver(true);
	}

	function onDrop(event: DragEvent): void {
		setOver(false);
		const key = Number(event.dataTransfer.getData(DRAGGED));
		if (!event.dataTransfer.types.includes(DRAGGED) || key === rule.key) return;
		event.preventDefault();
		actions.move(key, index);
	}

	return (
		<li
			className={over ? 'rule rule-over' : 'rule'}
			aria-label={name}
			onKeyDown={onKeyDown}
			onDragOver={onDragOver}
			onDragLeave={() => setOver(false)}
			onDrop={onDrop}
		>
			<div className="rule-head">
				<span
					className="rule-grip"
					draggable
					aria-hidden="true"
					title={words.drag}
					onDragStart={(event) => {
						event.dataTransfer.setData(DRAGGED, String(rule.key));
						event.dataTransfer.effectAllowed = 'move';
						const item = event.currentTarget.closest('li');
						if (item !== null) event.dataTransfer.setDragImage(item, 12, 12);
					}}
				>
					<GripVertical size={13} />
				</span>
				<span className="rule-title">{name}</span>
				<ExplainButton explains="fields.rule" />
				{hits === undefined ? null : <span className="rule-hits">{words.answered(hits)}</span>}
				<IconButton
					label={words.up(number)}
					tip={false}
					size="s"
					disabled={index === 0}
					onClick={() => actions.move(rule.key, index - 1)}
				>
					<ArrowUp size={13} />
				</IconButton>
				<IconButton
					label={words.down(number)}
					tip={false}
					size="s"
					disabled={last}
					onClick={() => actions.move(rule.key, index + 1)}
				>
					<ArrowDown size={13} />
				</IconButton>
				<IconButton label={words.remove(number)} tip={false} size="s" danger onClick={() => actions.remove(rule.key)}>
					<Trash2 size={13} />
				</IconButton>
			</div>
			<RuleMatchFields name={name} rule={rule} onChange={change} error={error} fresh={fresh} />
			<ActionFields
				name={name}
				action={rule}
				request={rule.match === 'fields' ? rule.structure : undefined}
				onChange={change}
				error={error}
			/>
			<StateFields rule={rule} name={name} error={error} onChange={change} />
		</li>
	);
}, sameRule);

function sameRule(before: RuleItemProps, after: RuleItemProps): boolean {
	return (
		before.rule === after.rule &&
		before.index === after.index &&
		before.last === after.last &&
		before.hits === after.hits &&
		ERROR_FIELDS.every((field) => before.errors.get(field) === after.errors.get(field))
	);
}
