import { serveJob } from '../threads/job.ts';
import { viewShared } from './ring/layout.ts';
import { WriterLoop, writerContract } from './write/loop.ts';

/** Entry of the thread that writes the capture's files. */
serveJob(writerContract, ({ memory, options }, post) => new WriterLoop(viewShared(memory), options, post).run());
