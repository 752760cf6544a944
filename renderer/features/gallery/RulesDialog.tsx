import { useMemo } from 'react';
import type { Rule } from '../../../common/contract/responder.ts';
import type { EndpointState } from '../../../common/contract/workbench.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { formatCount } from '../../app/format.ts';
import { useWorkbench } from '../../app/workbench.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TestBox } from './TestBox.tsx';
import './form.css';
import './rules.css';

/** The rules of an endpoint while it runs: how often each has answered, and which would answer what. */
export function RulesDialog({ id }: { readonly id: string }) {
	const state = useWorkbench((workbench) => workbench.endpoints.get(id));
	const known = state !== undefined && 'responder' in state.config;
	return (
		<Dialog title={known ? `Rules of ${state.config.name}` : 'Rules'} onClose={closeDialog} width={620}>
			{known ? <RuleList state={state} /> : <p className="form-gone">The endpoint is no longer there.</p>}
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
	if (responder === undefined || responder.rules.length === 0) {
		return <p className="form-gone">It has no rules, and only reads. Stop it and edit it to add some.</p>;
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
						// biome-ignore lint/suspicious/noArrayIndexKey: while it runs a rule is its place
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
