import { serveJob } from '../threads/job.ts';
import { runImport } from './import/run.ts';
import { importContract } from './import/types.ts';

/** Entry of the thread that imports a file. */
serveJob(importContract, runImport);
