import { type FormEvent, useState } from 'react';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { WorkspaceState } from '../../../common/contract/calls/workspace.ts';
import { titleOf } from '../../../common/workspace/named.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { useWorkspace } from '../../app/state/endpoints/workspace.ts';
import { session } from '../../app/state/host/session.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import './workspace.css';

type Missing = WorkspaceState['missing'][number];

/** Whose secret it is. */
function ownerOf({ endpoint = '', test }: Missing): string {
	if (test !== undefined) return `Test ${titleOf(test)}, connection ${test.connection}`;
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
	const keyOf = ({ endpoint, test, path }: Missing) => JSON.stringify([endpoint, test, path]);
	const store = async () => {
		const failed = new Map<string, string>();
		for (const one of missing) {
			const text = texts.get(keyOf(one)) ?? '';
			if (text === '') continue;
			try {
				await keep(one, text);
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
		<Dialog title="Missing secrets" onClose={closeDialog} width={560}>
			<form className="workspace-path" aria-label="Missing secrets" onSubmit={submit}>
				<p>The file has no secrets. What you type is kept on this machine alone; an empty field stays missing.</p>
				{missing.map((one, at) => {
					const key = keyOf(one);
					const field = {
						label: `${ownerOf(one)}: ${one.what}`,
						value: texts.get(key) ?? '',
						error: errors.get(key),
						hint:
							one.env === undefined
								? undefined
								: `Or set the environment variable ${one.env} and start Wirebench again.`,
						autoFocus: at === 0,
						onChange: (text: string) => setTexts(new Map(texts).set(key, text)),
					};
					return one.path.endsWith('.key') ? (
						<TextArea key={key} {...field} mono rows={4} placeholder="-----BEGIN PRIVATE KEY-----" />
					) : (
						<TextField key={key} {...field} type="password" />
					);
				})}
				<div className="workspace-actions">
					<Button onClick={closeDialog}>Cancel</Button>
					<Button type="submit" variant="primary">
						Keep them
					</Button>
				</div>
			</form>
		</Dialog>
	);
}
