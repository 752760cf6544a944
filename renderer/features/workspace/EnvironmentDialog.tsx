import { environmentSays } from '../../../common/words/environment-says.ts';
import { useWorkspace } from '../../app/state/endpoints/workspace.ts';
import { useEnvironmentQuestion } from '../../app/state/host/environment-question.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { reasonText } from '../../words/errors.ts';
import { useWords } from '../../words/index.ts';
import './workspace.css';

/** Asks whether the open file may use variables of the environment: which, by what, and where their values go. */
export function EnvironmentDialog() {
	const asked = useEnvironmentQuestion((state) => state.asked);
	const title = useWorkspace((workspace) => workspace.title);
	const path = useWorkspace((workspace) => workspace.path);
	const { ui } = useWords();
	const text = useDialogWords().workspace.environment;
	if (asked === undefined) return null;
	const { uses, why, answer } = asked;
	return (
		<Dialog title={text.title} onClose={() => answer(false)} width={620}>
			<div className="workspace-path">
				<p>{why}</p>
				<p>{text.body(title)}</p>
				<p className="mono">{path}</p>
				<table className="environment-uses" aria-label={text.table}>
					<thead>
						<tr>
							<th scope="col">{text.variable}</th>
							<th scope="col">{text.by}</th>
							<th scope="col">{text.to}</th>
						</tr>
					</thead>
					<tbody>
						{uses.map(({ variable, by, to }) => (
							<tr key={JSON.stringify([variable, by, to])}>
								<td className="mono">{variable}</td>
								<td>{reasonText(environmentSays(by))}</td>
								<td>{reasonText(environmentSays(to))}</td>
							</tr>
						))}
					</tbody>
				</table>
				<p>{text.kept}</p>
				<div className="workspace-actions">
					<Button onClick={() => answer(false)} autoFocus>
						{ui.cancel}
					</Button>
					<Button variant="primary" onClick={() => answer(true)}>
						{text.allow}
					</Button>
				</div>
			</div>
		</Dialog>
	);
}
