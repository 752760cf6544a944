import { Lock, LockOpen } from 'lucide-react';
import type { TlsFacts } from '../../../../common/contract/config/tls.ts';
import { Tooltip } from '../../../ui/Tooltip.tsx';
import { useWords } from '../../../words/index.ts';
import { tlsLine } from './tls-words.ts';

/** Shows that a connection is encrypted, and on hover the negotiated parameters. An open lock: the peer's certificate is not verified. */
export function TlsMark({ facts }: { readonly facts: TlsFacts }) {
	const { mark } = useWords().endpointErrors.tls;
	const text = tlsLine(facts);
	const Icon = facts.trust === 'not-verified' ? LockOpen : Lock;
	return (
		<Tooltip text={text}>
			<span className={`connection-tls connection-tls-${facts.trust}`} role="img" aria-label={mark(text)}>
				<Icon size={11} aria-hidden="true" />
			</span>
		</Tooltip>
	);
}
