import { jobContract } from '../../threads/job.ts';
import type { WriterEnd, WriterNews, WriterOrder } from './loop.ts';

/**
 * Writes until it reaches the close record. Rejects where the first segment cannot be created. The thread blocks
 * meanwhile: the ring contains its orders.
 */
export const writerContract = jobContract<WriterOrder, WriterNews, WriterEnd>('disk');
