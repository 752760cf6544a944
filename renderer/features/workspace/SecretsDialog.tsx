import { type FormEvent, useState } from 'react';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { WorkspaceState } from '../../../common/contract/calls/workspace.ts';
import type { DialogWords } from '../../../common/words/en-dialogs.ts';
import { titleOf } from '../../../common/workspace/named.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { useWorkspace } from '../../app/state/endpoints/workspace.ts';
import { session } from '../../app/state/host/session.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import './workspace.css';

type Missing = WorkspaceState['missing'][number];

/** Whose secret it is. */
function ownerOf({ endpoint = '', test }: Missing, text: DialogWords['workspace']['secrets']): string {
	if (test !== undefined) return text.ofTest(titleOf(test), test.connection);
	return useWorkbench.getState().endpoints.get(endpoint)?.config.name ?? endpoint;
}

async function keep({ endpoint = '', test, path }: Missing, text: string): Promise<void> {
	if (test === undefined) await session.call('workspaceSecret', { id: endpoint, path, text });
	else await session.call('testSecret', { ...test, path, text });
}

/** A field for each secret that the workspace lacks on this machine. */
export function SecretsDialog() {
	// As when it opened: a field stays at its place while others are stored.
	const [missing] = useState(() => useWorkspace.getState().missing);
	const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
	const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
	const { ui } = useWords();
	const text = useDialogWords().workspace.secrets;
	const keyOf = ({ endpoint, test, path }: Missing) => JSON.stringify([endpoint, test, path]);
	const store = async () => {
		const failed = new Map<string, string>();
		for (const one of missing) {
			const typed = texts.get(keyOf(one)) ?? '';
			if (typed === '') continue;
			try {
				await keep(one, typed);
			} catch (error) {
				failed.set(keyOf(one), messageOf(error));
			}
		}
		setErrors(failed);
		if (failed.size === 0) closeDialog();
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		void store();
	};
	return (
		<Dialog title={text.title} onClose={closeDialog} width={560}>
			<form className="workspace-path" aria-label={text.title} onSubmit={submit}>
				<p>{text.body}</p>
				{missing.map((one, at) => {
					const key = keyOf(one);
					const field = {
						label: text.field(ownerOf(one, text), text.what[one.path]),
						value: texts.get(key) ?? '',
						error: errors.get(key),
						hint: one.env === undefined ? undefined : text.environment(one.env),
						aside: <ExplainButton explains="dialogs.secret" />,
						autoFocus: at === 0,
						onChange: (typed: string) => setTexts(new Map(texts).set(key, typed)),
					};
					return one.path.endsWith('.key') ? (
						<TextArea key={key} {...field} mono rows={4} placeholder="-----BEGIN PRIVATE KEY-----" />
					) : (
						<TextField key={key} {...field} type="password" />
					);
				})}
				<div className="workspace-actions">
					<Button onClick={closeDialog}>{ui.cancel}</Button>
					<Button type="submit" variant="primary">
						{text.keep}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
