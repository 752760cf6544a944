import { same } from '../../../common/json/without-defaults.ts';
import type { Listed } from '../../../common/workspace/kept-view.ts';
import { useLasting } from '../../app/shared/use-lasting.ts';
import { isListing, list, listAgain, useListing } from '../../app/state/capture/listing.ts';
import { useWorkbench, type Workbench } from '../../app/state/endpoints/workbench.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';

/** Percent from which a list that grows is as good as complete. */
const NEARLY = 99;

/** Tried framings, the progress of a list of messages, and why there is none. */
export function ListingNotice() {
	const as = useListing((listing) => listing.as);
	return as === 'reads' ? null : <MessagesNotice />;
}

/** The endpoints whose own framing is another one than the one that is tried. */
const differingFrom =
	(tried: Listed['tried']) =>
	({ endpoints }: Workbench): string => {
		const own = [...endpoints.values()].map(({ config }) => config);
		const isOwn = (one: Listed['tried'][number]) =>
			own.some((config) => config.name === one.endpoint && 'framing' in config && same(config.framing, one.framing));
		return tried
			.filter((one) => !isOwn(one))
			.map(({ endpoint }) => endpoint)
			.join(', ');
	};

function MessagesNotice() {
	const { log } = useWords();
	const words = log.listed;
	const { tried, state, error } = useListing();
	const differing = useWorkbench(differingFrom(tried));
	const making = useLasting(useListing(isListing));
	const failure = error ?? state?.error;
	const { scanned = 0, stored = 0 } = state ?? {};
	const percent = stored === 0 ? 0 : Math.floor((100 * scanned) / stored);
	return (
		<>
			{differing === '' ? null : (
				<div className="log-notice">
					<span role="status">{words.tried(differing)}</span>
					<Button onClick={() => openDialog({ kind: 'try-framing', endpoint: tried[0]?.endpoint })}>
						{words.change}
					</Button>
					<Button onClick={() => list({ as: 'messages', tried: [] })}>{words.stop}</Button>
				</div>
			)}
			{failure !== undefined ? (
				<div className="log-notice log-notice-error" role="alert">
					<span>{words.failed(failure.message)}</span>
					<Button onClick={listAgain}>{log.tryAgain}</Button>
					<Button onClick={() => list({ as: 'reads' })}>{words.asReads}</Button>
				</div>
			) : making && percent < NEARLY ? (
				<div className="log-notice">
					{/* Changes many times a second: hidden from screen readers. */}
					<span aria-live="off">{words.making(percent)}</span>
					<progress aria-label={words.making(percent)} max={Math.max(1, stored)} value={scanned} />
					<Button onClick={() => list({ as: 'reads' })}>{log.cancel}</Button>
				</div>
			) : null}
		</>
	);
}
