import { Plus } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { FIRST_STATE } from '../../../../common/contract/config/first-state.ts';
import { isDatagram } from '../../../../common/endpoints/index.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { usePrograms } from '../../../app/shared/structures/programs.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { type ActionDraft, type AnswersDraft, newRule, type RuleDraft } from '../draft/answers-draft.ts';
import { judgeRules } from '../draft/compile-errors.ts';
import type { FormPart } from '../draft/form-part.ts';
import type { StreamFramingDraft } from '../draft/framing-draft.ts';
import type { AnyDraft } from '../draft/parts.ts';
import { ActionFields } from './ActionFields.tsx';
import { fromFields, type RuleErrors, RuleItem } from './RuleItem.tsx';
import { TestBox } from './TestBox.tsx';
import './rules.css';
import { useDialogWords } from '../../../words/dialogs.ts';

/** The answers of a kind; the framing defines its messages. */
export type KindAnswers = AnswersDraft & Pick<AnyDraft, 'kind'> & Partial<StreamFramingDraft>;

/** The reply on connect, and the rules that answer: the first match wins. */
export function AnswerFields({
	draft,
	change,
	error,
	edit,
}: FormPart<KindAnswers> & { readonly edit: string | undefined }) {
	const { rules } = draft;
	const words = useDialogWords().endpointForm.rules;
	const answers = useWorkbench((workbench) =>
		edit === undefined ? undefined : workbench.endpoints.get(edit)?.answers,
	);
	const hits = answers?.hits;
	// Rules render again only when they change: their callbacks read the latest values here.
	const latest = useRef({ rules, change });
	latest.current = { rules, change };
	/** The rule that was added last. */
	const added = useRef<number>(undefined);
	const actions = useMemo(() => {
		const set = (next: readonly RuleDraft[]) => latest.current.change('responder.rules', { rules: next });
		return {
			patch: (key: number, patch: Partial<RuleDraft>) =>
				set(latest.current.rules.map((rule) => (rule.key === key ? { ...rule, ...patch } : rule))),
			remove: (key: number) => set(latest.current.rules.filter((rule) => rule.key !== key)),
			move: (key: number, to: number) => {
				const rule = latest.current.rules.find((each) => each.key === key);
				const others = latest.current.rules.filter((each) => each.key !== key);
				if (rule === undefined || to < 0 || to > others.length) return;
				set(others.toSpliced(to, 0, rule));
			},
			add: (match: 'any' | 'regex') => {
				const rule = newRule(match);
				added.current = rule.key;
				set([...latest.current.rules, rule]);
			},
		};
	}, []);
	useEffect(() => {
		// Code, not key: Alt changes the typed character on some systems.
		const onKey = (event: KeyboardEvent) => {
			if (event.code !== 'KeyR' || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
			event.preventDefault();
			actions.add('regex');
		};
		window.addEventListener('keydown', onKey);
		return () => window.removeEventListener('keydown', onKey);
	}, [actions]);
	const programs = usePrograms();
	const judged = useMemo(() => judgeRules(draft, programs), [draft, programs]);
	const patchGreeting = (patch: Partial<ActionDraft>) =>
		change('responder.onOpen', { onOpen: { ...draft.onOpen, ...patch } });
	const errorsOf = (index: number): RuleErrors => fromFields((field) => error(`responder.rules[${index}].${field}`));

	return (
		<>
			<Checkbox
				label={isDatagram(draft.kind) ? words.greetPeer : words.greetConnection}
				aside={<ExplainButton explains="fields.greeting" />}
				checked={draft.greets}
				onChange={(greets) => change('responder.onOpen', { greets })}
			/>
			{draft.greets ? (
				<div className="rule">
					<ActionFields
						name={words.greeting}
						action={draft.onOpen}
						onChange={patchGreeting}
						error={(field) => error(`responder.onOpen.${field}`)}
					/>
				</div>
			) : null}
			{rules.length === 0 ? null : (
				<div className="rules-beside">
					<div className="rules-list">
						<ol className="rules">
							{rules.map((rule, index) => (
								<RuleItem
									key={rule.key}
									rule={rule}
									index={index}
									last={index === rules.length - 1}
									hits={rule.origin === undefined ? undefined : hits?.[rule.origin]}
									errors={errorsOf(index)}
									fresh={rule.key === added.current}
									actions={actions}
								/>
							))}
						</ol>
						{answers === undefined || answers.unanswered === 0 ? null : (
							<p className="form-help">{words.unmatched(answers.unanswered)}</p>
						)}
					</div>
					<TestBox rules={judged} programs={programs} />
				</div>
			)}
			<div className="form-line">
				<Button icon={<Plus size={13} />} onClick={() => actions.add('any')}>
					{words.add}
				</Button>
				<Button icon={<Plus size={13} />} title="Alt R" onClick={() => actions.add('regex')}>
					{words.addRegex}
				</Button>
				<p className="form-help">
					{rules.length === 0 ? words.without : words.first} {words.help.reply} <code>{'{{data}}'}</code>{' '}
					<code>{'{{time}}'}</code> <code>{'{{peer}}'}</code> <code>{'{{n}}'}</code> <code>{'{{head}}'}</code>{' '}
					<code>{'{{eol}}'}</code>
					{words.help.groups} <code>{'{{1}}'}</code>
					{words.help.filters} <code>{'{{data|upper}}'}</code>
					{words.help.state} <code>{FIRST_STATE}</code>
					{words.help.end}
				</p>
			</div>
			{rules.length === 0 || isDatagram(draft.kind) ? null : (
				<Checkbox
					label={words.join}
					aside={<ExplainButton explains="fields.join" />}
					checked={draft.join}
					onChange={(join) => change('responder.join', { join })}
				/>
			)}
		</>
	);
}
