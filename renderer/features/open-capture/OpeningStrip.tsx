import { Eye } from 'lucide-react';
import type { OpenCapture } from '../../../common/contract/calls/open-capture.ts';
import { formatBytes, formatCount } from '../../app/shared/format.ts';
import {
	backToLive,
	closeCapture,
	dismissWarnings,
	useCaptures,
	useViewedCapture,
} from '../../app/state/capture/captures.ts';
import { type Upload, useUploads } from '../../app/state/capture/open-file.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { percent } from './percent.ts';

/** Under the top bar: the viewed capture if it is not live, the captures being opened, and their errors. */
export function OpeningStrip() {
	const list = useCaptures((captures) => captures.list);
	const uploads = useUploads((state) => state.uploads);
	return (
		<>
			<Looking />
			{uploads.map((upload) => (
				<Uploading key={upload.id} upload={upload} />
			))}
			{list.map((one) => (
				<State key={one.id} capture={one} />
			))}
		</>
	);
}

const KINDS: Readonly<Record<Exclude<OpenCapture['kind'], 'live'>, string>> = {
	stored: 'a stored capture',
	growing: 'a capture that another Wirebench writes',
	imported: 'a file of another program',
};

/** Shows that the viewed capture is not live, with a button to return. */
function Looking() {
	const viewed = useViewedCapture();
	if (viewed === undefined || viewed.kind === 'live') return null;
	return (
		<section className="opening-line opening-looking" aria-label="Capture looked at">
			<Eye size={14} aria-hidden="true" />
			<span className="opening-text">
				Looking at <strong>{viewed.title}</strong>, {KINDS[viewed.kind]}:{' '}
				{viewed.kind === 'growing' ? '' : `${formatCount(viewed.events)} events, `}
				{formatBytes(viewed.size)}
				<span className="opening-source">{viewed.source}</span>
			</span>
			<Button onClick={backToLive}>Back to live</Button>
			<Button variant="ghost" onClick={() => closeCapture(viewed.id)}>
				Close
			</Button>
		</section>
	);
}

function State({ capture }: { readonly capture: OpenCapture }) {
	const { id, title, progress, error, warnings } = capture;
	if (progress !== undefined) {
		return <Bar what={`Opening ${title}`} progress={progress} onCancel={() => closeCapture(id)} />;
	}
	if (error !== undefined) {
		return (
			<div className="opening-card">
				<Card
					tone="error"
					announce
					label={`Error of ${title}`}
					title={`${title} could not be opened`}
					onDismiss={() => closeCapture(id)}
				>
					{error.message} {error.details.hint ?? ''}
				</Card>
			</div>
		);
	}
	if (warnings.length === 0) return null;
	return (
		<div className="opening-card">
			<Card
				tone="warn"
				announce
				label={`Warnings of ${title}`}
				title={`About ${title}`}
				onDismiss={() => dismissWarnings(id)}
			>
				{warnings.map((warning) => (
					<div key={warning}>{warning}</div>
				))}
			</Card>
		</div>
	);
}

function Uploading({ upload }: { readonly upload: Upload }) {
	return <Bar what={`Sending ${upload.name} to the host`} progress={upload} onCancel={upload.cancel} />;
}

interface BarProps {
	readonly what: string;
	/** In bytes. */
	readonly progress: { readonly done: number; readonly total: number };
	readonly onCancel: () => void;
}

/** Progress with a cancel button. */
function Bar({ what, progress, onCancel }: BarProps) {
	const { done, total } = progress;
	return (
		<section className="opening-line" aria-label={what}>
			<span className="opening-text">{what}</span>
			<progress aria-label={what} {...(total === 0 ? {} : { max: total, value: done })} />
			<span className="opening-count">
				{percent(progress)} of {formatBytes(total)}
			</span>
			<Button onClick={onCancel}>Cancel</Button>
		</section>
	);
}
