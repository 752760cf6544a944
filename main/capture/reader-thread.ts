import { workerData } from 'node:worker_threads';
import { WirebenchError } from '../../common/contract/base/errors.ts';
import { serveThread } from '../threads/serve.ts';
import type { CaptureFiles } from './format/places.ts';
import type { readerContract } from './read/contract.ts';
import { readerHandlers } from './read/handlers.ts';
import { asInfo } from './segments/errors.ts';

/** Entry of the thread that answers queries about a capture and scans it. */
const files: CaptureFiles = workerData;
const { handlers, reportDamage } = readerHandlers(files);
serveThread<typeof readerContract>(handlers, {
	errorFor: (error) => WirebenchError.fromInfo(asInfo(error)),
	beforeSend: reportDamage,
});
