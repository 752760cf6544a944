import { copyAuthority, saveAuthority } from '../../../app/state/endpoints/tls-actions.ts';
import { Button } from '../../../ui/Button.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';

/** How other programs can trust certificates made by Wirebench. */
export function AuthorityLine() {
	const { authority: words } = useDialogWords().endpointForm.tls;
	return (
		<div className="form-authority">
			<p className="form-help">
				{words.before} <code>curl --cacert wirebench-ca.pem</code>
				{words.after}
			</p>
			<div className="form-line">
				<Button onClick={() => void saveAuthority()}>{words.save}</Button>
				<Button onClick={() => void copyAuthority()}>{words.copy}</Button>
			</div>
		</div>
	);
}
