import type { ExportJob } from '../../../common/contract/calls/exports.ts';
import { formatBytes } from '../../app/shared/format.ts';
import { cancelExport, useExports } from '../../app/state/capture/exports.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';
import './export.css';

/** Running exports, each with its progress and a stop button. */
export function ExportJobs() {
	const jobs = useExports((exports) => exports.jobs);
	return jobs.map((job) =>
		job.state === 'running' || job.state === 'waiting' ? <JobRow key={job.id} job={job} /> : null,
	);
}

function JobRow({ job }: { readonly job: ExportJob }) {
	const { exportJobs: text, ui } = useWords();
	const { id, name, state, done, total, bytes } = job;
	return (
		<div className="toast toast-info export-job">
			<div className="toast-text">
				<strong>{name}</strong>
				{/* Changes many times a second: hidden from screen readers. */}
				<span aria-live="off">
					{state === 'waiting' ? text.waiting : text.progress(done, total, formatBytes(bytes))}{' '}
				</span>
				<progress aria-label={text.label(name)} max={Math.max(1, total)} value={done} />
			</div>
			<Button onClick={() => void cancelExport(id)} aria-label={text.cancel(name)}>
				{ui.cancel}
			</Button>
		</div>
	);
}
