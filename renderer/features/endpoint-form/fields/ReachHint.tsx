import { isNumericAddress } from '../../../../common/contract/config/ip.ts';
import { reachOf } from '../../../../common/reach/reach.ts';
import { useInterfaces } from '../../../app/shared/reach/use-interfaces.ts';
import { useDialogWords } from '../../../words/dialogs.ts';
import { reasonText } from '../../../words/errors.ts';

interface ReachHintProps {
	/** The address to listen on, as far as it was typed. */
	readonly host: string;
	readonly ipv6Only: boolean | undefined;
}

/** Who could reach a server on the typed address; nothing while that is no address. */
export function ReachHint({ host, ipv6Only }: ReachHintProps) {
	const { emptyHost } = useDialogWords().endpointForm.fields;
	const interfaces = useInterfaces('form');
	const written = host.trim();
	if (written === '') return emptyHost;
	const address = written.toLowerCase() === 'localhost' ? '127.0.0.1' : written;
	if (interfaces === undefined || !isNumericAddress(address)) return null;
	const isEverywhere = address === '0.0.0.0' || address === '::';
	const reach = reasonText(reachOf({ local: { address, port: 0 }, ipv6Only }, interfaces));
	return <span className={isEverywhere ? 'form-warn' : undefined}>{reach}</span>;
}
