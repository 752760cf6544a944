import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ActionFields } from './ActionFields.tsx';
import { type ActionDraft, newRule, type RuleDraft } from './draft.ts';
import type { FormPart } from './EndpointForm.tsx';
import { MatchFields } from './MatchFields.tsx';

/** What it says when a connection opens, and the rules by which it answers: the first that matches does. */
export function AnswerFields({ draft, change, error }: FormPart) {
	const { rules } = draft;
	const setRules = (next: readonly RuleDraft[]) => change('responder.rules', { rules: next });
	const patchRule = (index: number, patch: Partial<RuleDraft>) =>
		setRules(rules.map((rule, at) => (at === index ? { ...rule, ...patch } : rule)));
	const move = (index: number, by: 1 | -1) => {
		const next = [...rules];
		next.splice(index + by, 0, ...next.splice(index, 1));
		setRules(next);
	};
	const patchGreeting = (patch: Partial<ActionDraft>) =>
		change('responder.onOpen', { onOpen: { ...draft.onOpen, ...patch } });

	return (
		<fieldset className="form-section">
			<legend>Answers</legend>
			<Checkbox
				label={draft.kind === 'udp' ? 'Greet each new peer' : 'Say something when a connection opens'}
				checked={draft.greets}
				onChange={(greets) => change('responder.onOpen', { greets })}
			/>
			{draft.greets ? (
				<div className="rule">
					<ActionFields
						name="Greeting"
						action={draft.onOpen}
						onChange={patchGreeting}
						error={(field) => error(`responder.onOpen.${field}`)}
					/>
				</div>
			) : null}
			{rules.length === 0 ? null : (
				<ol className="rules">
					{rules.map((rule, index) => (
						<li key={rule.key} className="rule" aria-label={`Rule ${index + 1}`}>
							<div className="rule-head">
								<span>Rule {index + 1}</span>
								<IconButton
									label={`Move rule ${index + 1} up`}
									tip={false}
									size="s"
									disabled={index === 0}
									onClick={() => move(index, -1)}
								>
									<ArrowUp size={13} />
								</IconButton>
								<IconButton
									label={`Move rule ${index + 1} down`}
									tip={false}
									size="s"
									disabled={index === rules.length - 1}
									onClick={() => move(index, 1)}
								>
									<ArrowDown size={13} />
								</IconButton>
								<IconButton
									label={`Remove rule ${index + 1}`}
									tip={false}
									size="s"
									danger
									onClick={() => setRules(rules.filter((other) => other !== rule))}
								>
									<Trash2 size={13} />
								</IconButton>
							</div>
							<MatchFields
								rule={rule}
								onChange={(patch) => patchRule(index, patch)}
								error={error(`responder.rules[${index}].match`)}
							/>
							<ActionFields
								name={`Rule ${index + 1}`}
								action={rule}
								onChange={(patch) => patchRule(index, patch)}
								error={(field) => error(`responder.rules[${index}].${field}`)}
							/>
						</li>
					))}
				</ol>
			)}
			<div className="form-line">
				<Button icon={<Plus size={13} />} onClick={() => setRules([...rules, newRule()])}>
					Add rule
				</Button>
				<p className="form-help">
					{rules.length === 0 ? 'Without rules it only reads.' : 'The first rule that matches answers.'} In a reply:{' '}
					<code>{'{{data}}'}</code> <code>{'{{time}}'}</code> <code>{'{{peer}}'}</code> <code>{'{{n}}'}</code>{' '}
					<code>{'{{head}}'}</code> <code>{'{{eol}}'}</code>, groups <code>{'{{1}}'}</code>, and filters as in{' '}
					<code>{'{{data|upper}}'}</code>.
				</p>
			</div>
		</fieldset>
	);
}
