import { copyAuthority, saveAuthority } from '../../../app/state/endpoints/tls-actions.ts';
import { Button } from '../../../ui/Button.tsx';

/** How other programs can trust certificates made by Wirebench. */
export function AuthorityLine() {
	return (
		<div className="form-authority">
			<p className="form-help">
				Made certificates are signed by Wirebench’s own authority, which its clients trust. For other programs, save its
				certificate and give it to them, as in <code>curl --cacert wirebench-ca.pem</code>, or add it to the system’s
				trusted authorities for as long as you need it.
			</p>
			<div className="form-line">
				<Button onClick={() => void saveAuthority()}>Save the authority’s certificate</Button>
				<Button onClick={() => void copyAuthority()}>Copy as PEM</Button>
			</div>
		</div>
	);
}
