import { serveJob } from '../threads/job.ts';
import { ExportControl } from './export/control.ts';
import { exportContract } from './export/formats/order.ts';
import { ExportJob, unexpected } from './export/job.ts';

/** Entry of the thread that writes one export. It opens the files itself, so that neither the capture nor its queries wait. */
serveJob(
	exportContract,
	({ order, memory }, post) => new ExportJob(order, new ExportControl(memory), post).run(),
	unexpected,
);
