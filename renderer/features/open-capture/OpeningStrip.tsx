import { Eye } from 'lucide-react';
import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { OpenCapture } from '../../../common/contract/calls/open-capture.ts';
import { formatBytes } from '../../app/shared/format.ts';
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
import { useErrorTexts, warningText } from '../../words/errors.ts';
import { useWords } from '../../words/index.ts';
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

/** Shows that the viewed capture is not live, with a button to return. */
function Looking() {
	const { openCapture: text } = useWords();
	const viewed = useViewedCapture();
	if (viewed === undefined || viewed.kind === 'live') return null;
	return (
		<section className="opening-line opening-looking" aria-label={text.lookedAt}>
			<Eye size={14} aria-hidden="true" />
			<span className="opening-text">
				{text.lookingAt} <strong>{viewed.title}</strong>, {text.kinds[viewed.kind]}:{' '}
				{viewed.kind === 'growing' ? formatBytes(viewed.size) : text.size(viewed.events, formatBytes(viewed.size))}
				<span className="opening-source">{viewed.source}</span>
			</span>
			<Button onClick={backToLive}>{text.back}</Button>
			<Button variant="ghost" onClick={() => closeCapture(viewed.id)}>
				{text.closeIt}
			</Button>
		</section>
	);
}

function State({ capture }: { readonly capture: OpenCapture }) {
	const { openCapture: text } = useWords();
	const { id, title, progress, error, warnings } = capture;
	if (progress !== undefined) {
		return <Bar what={text.opening(title)} progress={progress} onCancel={() => closeCapture(id)} />;
	}
	if (error !== undefined) {
		return (
			<div className="opening-card">
				<Card
					tone="error"
					announce
					label={text.errorOf(title)}
					title={text.failed(title)}
					onDismiss={() => closeCapture(id)}
				>
					<ErrorText error={error} />
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
				label={text.warningsOf(title)}
				title={text.about(title)}
				onDismiss={() => dismissWarnings(id)}
			>
				{warnings.map((warning) => (
					<div key={warning}>{warningText(warning)}</div>
				))}
			</Card>
		</div>
	);
}

function ErrorText({ error }: { readonly error: ErrorInfo }) {
	const { message, hint = '' } = useErrorTexts(error);
	return `${message} ${hint}`;
}

function Uploading({ upload }: { readonly upload: Upload }) {
	const { uploading } = useWords().openCapture;
	return <Bar what={uploading(upload.name)} progress={upload} onCancel={upload.cancel} />;
}

interface BarProps {
	readonly what: string;
	/** In bytes. */
	readonly progress: { readonly done: number; readonly total: number };
	readonly onCancel: () => void;
}

/** Progress with a cancel button. */
function Bar({ what, progress, onCancel }: BarProps) {
	const { openCapture: text } = useWords();
	const { done, total } = progress;
	return (
		<section className="opening-line" aria-label={what}>
			<span className="opening-text">{what}</span>
			<progress aria-label={what} {...(total === 0 ? {} : { max: total, value: done })} />
			<span className="opening-count">{text.progress(percent(progress), formatBytes(total))}</span>
			<Button onClick={onCancel}>{text.cancel}</Button>
		</section>
	);
}
