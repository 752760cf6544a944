import type { JobContract } from './job.ts';
import { type ServeThreadOptions, serveThread } from './serve.ts';

/** The entry of a thread with one job: see `runJob`. */
export function serveJob<Order, News, Result>(
	run: (order: Order, post: (news: News) => void) => Result | Promise<Result>,
	errorFor?: ServeThreadOptions['errorFor'],
): void {
	let post = (_news: News): void => undefined;
	serveThread<JobContract<Order, News, Result>>(
		{
			calls: { run: (order) => run(order, post) },
			topics: {
				news: (_params, emit) => {
					post = emit;
					return { snapshot: null, dispose: () => undefined };
				},
			},
		},
		errorFor ? { errorFor } : {},
	);
}
