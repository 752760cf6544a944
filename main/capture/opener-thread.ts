import { WirebenchError } from '../../common/contract/base/errors.ts';
import { serveJob } from '../threads/serve-job.ts';
import { cancelledError } from './open/cancelled-error.ts';
import { Cancelled, type Found, look } from './open/look.ts';
import type { OpenerOrder, OpeningProgress } from './open/opener.ts';
import { asInfo } from './segments/errors.ts';

/** Milliseconds between two progress reports. */
const POST_MS = 50;

/** Entry of the thread that examines a source to open. */
serveJob<OpenerOrder, OpeningProgress, Found>(
	({ path, workFolder, cancelled }, post) => {
		const flag = new Int32Array(cancelled);
		let posted = 0;
		return look(path, workFolder, (done, total) => {
			if (Atomics.load(flag, 0) !== 0) throw new Cancelled();
			const now = performance.now();
			if (now - posted < POST_MS) return;
			posted = now;
			post({ done, total });
		});
	},
	(error) => (error instanceof Cancelled ? cancelledError() : WirebenchError.fromInfo(asInfo(error))),
);
