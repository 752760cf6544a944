import type { ExportJob } from '../../../common/contract/calls/exports.ts';
import { formatBytes, formatCount } from '../../app/shared/format.ts';
import { cancelExport, useExports } from '../../app/state/capture/exports.ts';
import { Button } from '../../ui/Button.tsx';
import './export.css';

/** Running exports, each with its progress and a stop button. */
export function ExportJobs() {
	const jobs = useExports((exports) => exports.jobs);
	return jobs.map((job) =>
		job.state === 'running' || job.state === 'waiting' ? <JobRow key={job.id} job={job} /> : null,
	);
}

function JobRow({ job }: { readonly job: ExportJob }) {
	const { id, name, state, done, total, bytes } = job;
	return (
		<div className="toast toast-info export-job">
			<div className="toast-text">
				<strong>{name}</strong>
				{/* Changes many times a second: hidden from screen readers. */}
				<span aria-live="off">
					{state === 'waiting'
						? 'waits for the browser to fetch it'
						: `${formatCount(done)} of ${formatCount(total)} events, ${formatBytes(bytes)}`}
				</span>
				<progress aria-label={`Export of ${name}`} max={Math.max(1, total)} value={done} />
			</div>
			<Button onClick={() => void cancelExport(id)} aria-label={`Cancel the export of ${name}`}>
				Cancel
			</Button>
		</div>
	);
}
