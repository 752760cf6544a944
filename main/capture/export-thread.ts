import { serveJob } from '../threads/serve-job.ts';
import { ExportControl } from './export/control.ts';
import type { ExportEnd, ExportJobOrder, ExportNews } from './export/formats/order.ts';
import { ExportJob, unexpected } from './export/job.ts';

/** Entry of the thread that writes one export. It opens the files itself, so that neither the capture nor its queries wait. */
serveJob<ExportJobOrder, ExportNews, ExportEnd>(
	({ order, memory }, post) => new ExportJob(order, new ExportControl(memory), post).run(),
	unexpected,
);
