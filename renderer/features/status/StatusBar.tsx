import { formatBytes, formatCount, formatRate } from '../../app/shared/format.ts';
import { useTip } from '../../app/shared/use-tip.ts';
import { useLiveCapture } from '../../app/state/capture/capture-status.ts';
import { useShown } from '../../app/state/capture/shown.ts';
import { useHost } from '../../app/state/host/host.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { CaptureError } from './CaptureError.tsx';
import './status.css';
import type { Words } from '../../../common/words/en.ts';
import { useWords } from '../../words/index.ts';

/**
 * The counters of the live capture, whichever is viewed. They change many times a second, so they are no live region;
 * only a loss is announced.
 */
export function StatusBar() {
	const dropped = useLiveCapture((capture) => capture.dropped);
	const { status } = useWords();
	const lossy = dropped > 0;
	return (
		<footer className="status">
			<CaptureError />
			<div className="status-line">
				<Received />
				<Stored />
				<ShownCount />
				<Counter name="dropped" count={dropped} warn={lossy} />
				<LetGo />
				<Rates />
				<div className="status-space" />
				<CaptureSize />
				<HostName />
			</div>
			<VisuallyHidden>
				<span role="status">{lossy ? status.lossy : ''}</span>
			</VisuallyHidden>
		</footer>
	);
}

type CounterName = keyof Words['status']['counters'];

function Received() {
	return <Counter name="received" count={useLiveCapture((capture) => capture.received)} />;
}

function Stored() {
	return <Counter name="stored" count={useLiveCapture((capture) => capture.stored)} />;
}

function ShownCount() {
	const shown = useShown((state) => state.shown);
	return shown === undefined ? null : <Counter name="shown" count={shown} />;
}

function Counter({
	name,
	count,
	warn = false,
}: {
	readonly name: CounterName;
	readonly count: number;
	readonly warn?: boolean;
}) {
	const { counters } = useWords().status;
	return (
		<span className={warn ? 'status-counter status-warn' : 'status-counter'} data-counter={name}>
			{counters[name]} <b>{formatCount(count)}</b>
		</span>
	);
}

/** Events that were deleted to keep the capture within a limit; hidden without such events. */
function LetGo() {
	const first = useLiveCapture((capture) => capture.first);
	const { deletedTip } = useWords().status;
	if (first === 0) return null;
	return (
		<Tooltip text={deletedTip} side="top">
			<span>
				<Counter name="deleted" count={first} />
			</span>
		</Tooltip>
	);
}

function Rates() {
	const rateIn = useLiveCapture((capture) => capture.rateIn);
	const rateOut = useLiveCapture((capture) => capture.rateOut);
	const { status } = useWords();
	return (
		<span className="status-rates">
			<span className="status-counter">
				{status.in} <b className="status-rate status-in">{formatRate(rateIn)}</b>
			</span>
			<span className="status-counter">
				{status.out} <b className="status-rate status-out">{formatRate(rateOut)}</b>
			</span>
		</span>
	);
}

function CaptureSize() {
	const folder = useLiveCapture((capture) => capture.folder);
	const tip = useTip();
	const { status } = useWords();
	return (
		<Tooltip text={folder === '' ? status.noCapture : tip(status.folderTip(folder), 'captures')} side="top">
			<button
				type="button"
				className="status-button"
				aria-description={folder}
				onClick={() => openDialog({ kind: 'captures' })}
			>
				{status.capture} <Size />
			</button>
		</Tooltip>
	);
}

function Size() {
	return <b>{formatBytes(useLiveCapture((capture) => capture.size))}</b>;
}

function HostName() {
	const info = useHost((host) => host.info);
	const { hosts } = useWords().status;
	if (info === undefined) return null;
	return <span className="status-counter status-host">{hosts[info.host]}</span>;
}
