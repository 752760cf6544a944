import type { Place } from '../../../../common/endpoints/index.ts';
import type { DialogWords } from '../../../../common/words/en-dialogs.ts';
import { secureEndpointAt } from '../../../app/shared/targets.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { useDialogWords } from '../../../words/dialogs.ts';
import { TLS_PORTS } from './tls-ports.ts';

type TlsWords = DialogWords['endpointForm']['tls'];

interface TlsReasonProps {
	/** Where the endpoint sends to. */
	readonly to: Place | undefined;
	/** Whether TLS is on towards it. */
	readonly on: boolean;
}

/** Why TLS towards a target is on, or should be: an endpoint here requires it, or its port is known for it. */
export function TlsReason({ to, on }: TlsReasonProps) {
	const name = useWorkbench(({ endpoints }) => secureEndpointAt(to, endpoints.values())?.config.name);
	const words = useDialogWords().endpointForm.tls;
	const text = name === undefined ? portHint(to, on, words) : on ? words.speaks(name) : words.requires(name);
	if (text === undefined) return null;
	return <p className={name !== undefined && !on ? 'form-help form-warn' : 'form-help'}>{text}</p>;
}

/** A port is no proof: it is a hint, and switches nothing. */
function portHint(to: Place | undefined, on: boolean, { usual }: TlsWords): string | undefined {
	if (on || to === undefined || 'path' in to) return undefined;
	const protocol = TLS_PORTS.get(to.port);
	return protocol === undefined ? undefined : usual(to.port, protocol);
}
