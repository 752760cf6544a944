import { serveJob } from '../threads/serve-job.ts';
import { viewShared } from './ring/layout.ts';
import { type WriterEnd, WriterLoop, type WriterNews, type WriterOrder } from './write/loop.ts';

/** Entry of the thread that writes the capture's files. */
serveJob<WriterOrder, WriterNews, WriterEnd>(({ memory, options }, post) =>
	new WriterLoop(viewShared(memory), options, post).run(),
);
