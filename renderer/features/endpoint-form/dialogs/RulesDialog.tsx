import { useMemo } from 'react';
import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import type { Rule } from '../../../../common/contract/config/responder.ts';
import { formatCount } from '../../../app/shared/format.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { closeDialog } from '../../../app/state/window/dialogs.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { beginForm, leaveForm, useForms } from '../form/forms.ts';
import { TestBox } from '../rules/TestBox.tsx';
import { AnswersForm } from './AnswersForm.tsx';
import '../form.css';
import '../rules/rules.css';

/** The rules of a running endpoint: how often each has answered, a test of which one answers, and editing them. */
export function RulesDialog({ id }: { readonly id: string }) {
	const state = useWorkbench((workbench) => workbench.endpoints.get(id));
	const formKey = `answers of ${id}`;
	const form = useForms((forms) => forms.forms.get(formKey));
	const close = () => {
		leaveForm(formKey);
		closeDialog();
	};
	if (state === undefined || !('responder' in state.config)) {
		return (
			<Dialog title="Rules" onClose={close} width={620}>
				<p className="form-gone">The endpoint is no longer there.</p>
			</Dialog>
		);
	}
	const { config } = state;
	return (
		<Dialog title={`Rules of ${config.name}`} onClose={close} width={620}>
			{form === undefined ? (
				<>
					<RuleList state={state} />
					<footer className="form-foot">
						<div className="form-buttons">
							<Button onClick={() => beginForm(formKey, config)}>Change…</Button>
						</div>
					</footer>
				</>
			) : (
				<AnswersForm id={id} formKey={formKey} form={form} />
			)}
		</Dialog>
	);
}

function RuleList({ state: { config, answers } }: { readonly state: EndpointState }) {
	const responder = 'responder' in config ? config.responder : undefined;
	const framing = 'framing' in config ? config.framing : undefined;
	const rules = useMemo(
		() => responder && { responder, framing: framing ?? ({ type: 'none' } as const) },
		[responder, framing],
	);
	if (responder?.script !== undefined) return <p className="form-gone">A script answers.</p>;
	if (responder === undefined || responder.rules.length === 0) {
		return <p className="form-gone">It has no rules, and only reads.</p>;
	}
	return (
		<div className="form-body">
			<table className="rule-table">
				<thead>
					<tr>
						<th scope="col">Rule</th>
						<th scope="col">When</th>
						<th scope="col">Answered</th>
					</tr>
				</thead>
				<tbody>
					{responder.rules.map((rule, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: the rules do not move while it runs
						<tr key={index}>
							<td>{index + 1}</td>
							<td>{whenOf(rule)}</td>
							<td className="rule-count">{formatCount(answers?.hits[index] ?? 0)}</td>
						</tr>
					))}
					<tr>
						<td />
						<td className="trial-aside">no rule matched</td>
						<td className="rule-count">{formatCount(answers?.unanswered ?? 0)}</td>
					</tr>
				</tbody>
			</table>
			<TestBox rules={rules} />
		</div>
	);
}

const WORDS = { equals: 'it equals', starts: 'it starts with', ends: 'it ends with', contains: 'it contains' } as const;

function whenOf({ match }: Rule) {
	if (match.type === 'any') return 'anything comes';
	const [words, pattern] =
		match.type === 'regex' ? ['it matches', match.pattern] : [WORDS[match.type], match.pattern.text];
	return (
		<>
			{words} <code>{pattern.length > 80 ? `${pattern.slice(0, 80)}…` : pattern}</code>
		</>
	);
}
