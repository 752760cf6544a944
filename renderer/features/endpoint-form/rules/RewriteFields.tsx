import { Plus, Trash2 } from 'lucide-react';
import { PROXY_DIRECTIONS } from '../../../../common/contract/config/proxy.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { WrittenField } from '../../../ui/WrittenField.tsx';
import type { FormPart } from '../draft/form-part.ts';
import { newRewrite, type ProxyDraft, type RewriteDraft, rulesOf } from '../draft/proxy-draft.ts';
import { MatchFields } from './MatchFields.tsx';
import './rules.css';
import { useDialogWords } from '../../../words/dialogs.ts';

const SCOPES = ['matches', 'message'] as const;

/** Rules that change what a proxy forwards. All matching rules apply, in order. */
export function RewriteFields({ draft, change, error }: FormPart<{ readonly proxy: ProxyDraft }>) {
	const { proxy } = draft;
	const { add, remove, rewriting: words, rule: numbered } = useDialogWords().endpointForm.rules;
	const set = (rewrite: readonly RewriteDraft[]) => change('rewrite', { proxy: { ...proxy, rewrite } });
	const patch = (rule: RewriteDraft, by: Partial<RewriteDraft>) =>
		set(proxy.rewrite.map((one) => (one === rule ? { ...one, ...by } : one)));
	// An error path has the index of a rule within its direction.
	const paths = new Map(
		PROXY_DIRECTIONS.flatMap((direction) =>
			rulesOf(proxy.rewrite, direction).map(({ rule, at }) => [rule.key, `rewrite.${direction}[${at}]`] as const),
		),
	);
	return (
		<fieldset className="form-section">
			<legend>{words.title}</legend>
			{proxy.rewrite.length === 0 ? null : (
				<ol className="rules">
					{proxy.rewrite.map((rule, index) => (
						<li key={rule.key} className="rule" aria-label={numbered(index + 1)}>
							<div className="rule-head">
								<span>{numbered(index + 1)}</span>
								<IconButton
									label={remove(index + 1)}
									tip={false}
									size="s"
									danger
									onClick={() => set(proxy.rewrite.filter((one) => one !== rule))}
								>
									<Trash2 size={13} />
								</IconButton>
							</div>
							<Select
								label={words.way}
								aside={<ExplainButton explains="answers.direction" />}
								hideLabel
								className="rule-match"
								value={rule.direction}
								choices={PROXY_DIRECTIONS.map((value) => ({ value, label: words[value] }))}
								onChange={(direction) => patch(rule, { direction })}
							/>
							<MatchFields
								rule={rule}
								onChange={(by) => patch(rule, by)}
								error={error(`${paths.get(rule.key)}.match`)}
							/>
							<div className="rule-line">
								<span className="rule-word">{words.replace}</span>
								<Select
									label={words.replace}
									aside={<ExplainButton explains="answers.replace" />}
									hideLabel
									className="rule-match"
									value={rule.scope}
									choices={SCOPES.map((value) => ({ value, label: words[value] }))}
									onChange={(scope) => patch(rule, { scope })}
								/>
								<WrittenField
									label={words.replacement}
									aside={<ExplainButton explains="answers.replace" />}
									value={rule.replace}
									onChange={(replace) => patch(rule, { replace })}
									error={error(`${paths.get(rule.key)}.replace`)}
								/>
							</div>
						</li>
					))}
				</ol>
			)}
			<div className="form-line">
				<Button icon={<Plus size={13} />} onClick={() => set([...proxy.rewrite, newRewrite()])}>
					{add}
				</Button>
				<p className="form-help">{proxy.rewrite.length === 0 ? words.without : words.all}</p>
			</div>
		</fieldset>
	);
}
