import type { KernelSocket } from '../../../../common/contract/calls/system/kernel.ts';
import { formatAddress, formatCount } from '../../../app/shared/format.ts';
import { useDialogWords } from '../../../words/dialogs.ts';

interface FillBarProps {
	readonly label: string;
	readonly used: number | undefined;
	readonly limit: number | undefined;
	readonly text: (used: string, limit: string) => string;
}

/** Nothing where the system reports one of the numbers not. */
function FillBar({ label, used, limit, text }: FillBarProps) {
	if (used === undefined || limit === undefined) return null;
	const share = limit === 0 ? Number(used > 0) : Math.min(1, used / limit);
	return (
		<div className="kernel-fill">
			<span>{label}</span>
			<meter
				aria-label={label}
				aria-valuetext={text(formatCount(used), formatCount(limit))}
				data-full={share >= 0.9 ? '' : undefined}
				min={0}
				max={1}
				value={share}
			/>
			<span className="kernel-fill-text">{text(formatCount(used), formatCount(limit))}</span>
		</div>
	);
}

/** How full the buffers of a socket are, and the accept queues of its endpoint's listeners. */
export function FillBars({ socket, own }: { readonly socket: KernelSocket; readonly own: readonly KernelSocket[] }) {
	const { kernelView: words } = useDialogWords();
	const { sendBuffer, sendBufferUsed, receiveBuffer, receiveBufferUsed } = socket.facts;
	const listeners = own.filter(({ kind }) => kind === 'listener');
	return (
		<div className="kernel-fills">
			<FillBar label={words.fills.sendBuffer} used={sendBufferUsed} limit={sendBuffer} text={words.ofBytes} />
			<FillBar label={words.fills.receiveBuffer} used={receiveBufferUsed} limit={receiveBuffer} text={words.ofBytes} />
			{listeners.map(({ local, facts }) => {
				const at = formatAddress(local);
				return (
					<FillBar
						key={at}
						label={listeners.length === 1 ? words.fills.acceptQueue : `${words.fills.acceptQueue} ${at}`}
						used={facts.acceptQueue}
						limit={facts.acceptLimit}
						text={words.ofConnections}
					/>
				);
			})}
		</div>
	);
}
