import { serveJob } from '../threads/serve-job.ts';
import { runImport } from './import/run.ts';
import type { ImportOrder, ImportProgress, ImportSummary } from './import/types.ts';

/** Entry of the thread that imports a file. */
serveJob<ImportOrder, ImportProgress, ImportSummary>(runImport);
