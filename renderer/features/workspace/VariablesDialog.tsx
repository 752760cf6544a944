import { Plus, Trash2 } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { session } from '../../app/state/host/session.ts';
import { useNames } from '../../app/state/templates/names.ts';
import { usePayloads } from '../../app/state/templates/payloads.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import { rowErrors, usersOf, type VariableRow, withRows } from './variables.ts';
import './workspace.css';

/** The variables of the workspace, which templates name: added, changed and removed in one step. */
export function VariablesDialog() {
	const [before] = useState(() => useNames.getState().variables);
	const count = useRef(0);
	const row = (name = '', value = ''): VariableRow => ({ key: count.current++, name, value });
	const [rows, setRows] = useState<readonly VariableRow[]>(() => {
		const present = Object.entries(before).map(([name, value]) => row(name, value));
		return present.length === 0 ? [row()] : present;
	});
	const [fault, setFault] = useState<string>();
	const { ui } = useWords();
	const words = useDialogWords();
	const text = words.workspace.variables;
	const errors = rowErrors(rows, words);
	const change = (key: number, patch: Partial<VariableRow>) =>
		setRows(rows.map((one) => (one.key === key ? { ...one, ...patch } : one)));
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (errors.size > 0) return;
		const variables = withRows(useNames.getState().variables, before, rows);
		session.call('variablesSet', { variables }).then(closeDialog, (error: unknown) => setFault(messageOf(error)));
	};
	return (
		<Dialog title={text.title} onClose={closeDialog} width={560}>
			<form className="workspace-path" aria-label={text.title} onSubmit={submit}>
				<p>
					{text.body.before}
					<code>{'{{var NAME}}'}</code>
					{text.body.between}
					<code>{'{{env NAME}}'}</code>
					{text.body.after}
				</p>
				<ul className="variables" aria-label={text.title}>
					{rows.map(({ key, name, value }, at) => (
						<li key={key}>
							<TextField
								label={text.name(at + 1)}
								aside={<ExplainButton explains="testing.variable" />}
								mono
								autoFocus={at === 0}
								value={name}
								error={errors.get(key)}
								hint={usedBy(name, text.usedBy)}
								onChange={(typed) => change(key, { name: typed.trim() })}
							/>
							<TextField
								label={text.value(at + 1)}
								aside={<ExplainButton explains="testing.variable" />}
								mono
								value={value}
								onChange={(typed) => change(key, { value: typed })}
							/>
							<IconButton
								label={name === '' ? text.removeUnnamed(at + 1) : text.remove(name)}
								tip={false}
								onClick={() => setRows(rows.filter((one) => one.key !== key))}
							>
								<Trash2 size={14} />
							</IconButton>
						</li>
					))}
				</ul>
				{fault === undefined ? null : <p role="alert">{fault}</p>}
				<div className="workspace-actions">
					<Button icon={<Plus size={13} />} onClick={() => setRows([...rows, row()])}>
						{text.add}
					</Button>
					<span className="workspace-space" />
					<Button onClick={closeDialog}>{ui.cancel}</Button>
					<Button type="submit" variant="primary" disabled={errors.size > 0}>
						{ui.save}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}

/** Shown under a name. */
function usedBy(name: string, say: (names: string) => string): string | undefined {
	if (name === '') return undefined;
	const configs = [...useWorkbench.getState().endpoints.values()].map(({ config }) => config);
	const users = usersOf(name, usePayloads.getState().payloads, configs);
	return users.length === 0 ? undefined : say(users.join(', '));
}
