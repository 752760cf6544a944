import { useWorkspace } from '../../app/state/endpoints/workspace.ts';
import { useEnvironmentQuestion } from '../../app/state/host/environment-question.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import './workspace.css';

/** Asks whether the open file may use variables of the environment: which, by what, and where their values go. */
export function EnvironmentDialog() {
	const asked = useEnvironmentQuestion((state) => state.asked);
	const title = useWorkspace((workspace) => workspace.title);
	const path = useWorkspace((workspace) => workspace.path);
	if (asked === undefined) return null;
	const { uses, why, answer } = asked;
	return (
		<Dialog title="Allow environment variables?" onClose={() => answer(false)} width={620}>
			<div className="workspace-path">
				<p>{why}</p>
				<p>
					The workspace {title} names variables of the environment of this machine, and what is sent their values. Allow
					that only if you trust the file.
				</p>
				<p className="mono">{path}</p>
				<table className="environment-uses" aria-label="Environment variables">
					<thead>
						<tr>
							<th scope="col">Variable</th>
							<th scope="col">Used by</th>
							<th scope="col">Sent to</th>
						</tr>
					</thead>
					<tbody>
						{uses.map(({ variable, by, to }) => (
							<tr key={JSON.stringify([variable, by, to])}>
								<td className="mono">{variable}</td>
								<td>{by}</td>
								<td>{to}</td>
							</tr>
						))}
					</tbody>
				</table>
				<p>
					The answer is kept on this machine. It is asked again when the file names another variable or destination.
				</p>
				<div className="workspace-actions">
					<Button onClick={() => answer(false)} autoFocus>
						Cancel
					</Button>
					<Button variant="primary" onClick={() => answer(true)}>
						Allow for this file
					</Button>
				</div>
			</div>
		</Dialog>
	);
}
