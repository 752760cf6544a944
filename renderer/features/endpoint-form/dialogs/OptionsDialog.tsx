import { useCallback, useEffect, useState } from 'react';
import type { OptionInForce } from '../../../../common/contract/config/socket-options.ts';
import { type EndpointConfig, optionsOf } from '../../../../common/endpoints/index.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { setOptions } from '../../../app/state/endpoints/endpoint-actions.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { session } from '../../../app/state/host/session.ts';
import { closeDialog } from '../../../app/state/window/dialogs.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { judgeOptions } from '../draft/compile-errors.ts';
import { errorAt } from '../draft/errors.ts';
import { optionsDraft } from '../draft/options-draft.ts';
import { useJudged } from '../form/use-judged.ts';
import { useLeft } from '../form/use-left.ts';
import { OptionFields } from '../socket-options/OptionFields.tsx';
import { optionValue } from './option-value.ts';
import '../form.css';
import { useDialogWords } from '../../../words/dialogs.ts';
import { reasonText } from '../../../words/errors.ts';
import { useWords } from '../../../words/index.ts';

/** Changes the socket options of an endpoint, also while it runs, and shows the values in force. */
export function OptionsDialog({ id }: { readonly id: string }) {
	const state = useWorkbench((workbench) => workbench.endpoints.get(id));
	const { dialogs, form } = useDialogWords().endpointForm;
	if (state === undefined) {
		return (
			<Dialog title={dialogs.options.title} onClose={closeDialog} width={620}>
				<p className="form-gone">{form.gone}</p>
			</Dialog>
		);
	}
	const { config, status } = state;
	return (
		<Dialog title={dialogs.options.of(config.name)} onClose={closeDialog} width={620}>
			<OptionsForm id={id} config={config} status={status} />
		</Dialog>
	);
}

interface OptionsFormProps {
	readonly id: string;
	readonly config: EndpointConfig;
	readonly status: string;
}

function OptionsForm({ id, config, status }: OptionsFormProps) {
	const [draft, setDraft] = useState(() => optionsDraft(optionsOf(config)));
	const [noDelay, setNoDelay] = useState('noDelay' in config ? config.noDelay : undefined);
	const [inForce, setInForce] = useState<readonly OptionInForce[]>([]);
	const left = useLeft();
	const { dialogs, fields } = useDialogWords().endpointForm;
	const words = dialogs.options;
	const { close } = useWords().ui;
	const judged = useJudged(
		draft,
		useCallback((options: typeof draft) => judgeOptions(config, options), [config]),
	);
	const open = status !== 'stopped' && status !== 'failed';
	useEffect(() => {
		let shown = true;
		// Both affect the result: the state, and the configured options.
		void [status, config];
		session.call('endpointOptions', { id }).then(
			({ options }) => shown && setInForce(options),
			() => shown && setInForce([]),
		);
		return () => {
			shown = false;
		};
	}, [id, status, config]);

	return (
		<form
			className="form"
			noValidate
			aria-label={words.title}
			onBlur={left.onBlur}
			onSubmit={(event) => {
				event.preventDefault();
				if (judged.options !== undefined) void setOptions(id, { options: judged.options, noDelay });
			}}
		>
			<div className="form-body">
				<OptionFields
					kind={config.kind}
					options={draft}
					open={open}
					change={(option, patch) => {
						left.changed(`options.${option}`);
						setDraft({ ...draft, ...patch });
					}}
					error={(option) =>
						left.shows(`options.${option}`) ? errorAt(judged.errors, `options.${option}`) : undefined
					}
				/>
				{noDelay === undefined ? null : (
					<Checkbox
						label={fields.noDelay}
						aside={<ExplainButton explains="options.noDelay" />}
						checked={noDelay}
						onChange={setNoDelay}
					/>
				)}
				{open ? <InForce options={inForce} /> : null}
			</div>
			<footer className="form-foot">
				<div className="form-buttons">
					<Button onClick={closeDialog}>{close}</Button>
					<Button type="submit" variant="primary" disabled={judged.options === undefined}>
						{open ? words.applyNow : words.apply}
					</Button>
				</div>
			</footer>
		</form>
	);
}

function InForce({ options }: { readonly options: readonly OptionInForce[] }) {
	const { options: words } = useDialogWords().endpointForm.dialogs;
	return (
		<table className="form-options" aria-label={words.inForce}>
			<caption>{words.inForce}</caption>
			<tbody>
				{options.map(({ option, value, source, refused, why }) => (
					<tr key={option}>
						<th scope="row">{words.names[option]}</th>
						<td className="mono">{optionValue(value, words.values)}</td>
						<td className={refused === undefined ? 'form-options-source' : 'form-options-refused'}>
							{refused === undefined
								? why === undefined
									? words.sources[source]
									: reasonText(why)
								: words.refused(refused)}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
