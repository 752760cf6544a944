import type { z } from 'zod';
import type { ErrorCode } from '../../common/contract/base/errors.ts';
import type { CallSpec, TopicSpec } from '../../common/contract/base/table.ts';
import { startThread, type ThreadOptions } from './client.ts';
import type { ThreadName } from './start.ts';
import { command, news } from './table.ts';

/** The contract of a thread with one job. It may block meanwhile, and still post news. */
export interface JobContract<Order, News, Result> {
	readonly calls: { readonly run: CallSpec<z.ZodType<Order>, z.ZodType<Result>> };
	readonly topics: { readonly news: TopicSpec<z.ZodType<null>, z.ZodType<null>, z.ZodType<News>> };
}

export function jobContract<Order, News, Result>(...errors: readonly ErrorCode[]): JobContract<Order, News, Result> {
	return { calls: { run: command<Order, Result>(...errors) }, topics: { news: news<News>() } };
}

/**
 * Runs a job on a separate thread; resolves with its result once the thread has ended. Rejects with the job's error,
 * with `internal` when its thread failed, and with `closed` when it was ended: `signal` ends an idle thread at once,
 * and an unresponsive one some seconds later.
 */
export async function runJob<Order, News, Result>(
	contract: JobContract<Order, News, Result>,
	name: ThreadName,
	{ signal, ...options }: ThreadOptions & { readonly signal?: AbortSignal | undefined },
	order: Order,
	onNews: (news: News) => void,
): Promise<Result> {
	const thread = startThread(contract, name, options);
	const end = (): Promise<void> => thread.close();
	signal?.addEventListener('abort', end, { once: true });
	thread.subscribe('news', null, { onSnapshot: () => undefined, onDelta: onNews });
	try {
		return await thread.call('run', order);
	} finally {
		signal?.removeEventListener('abort', end);
		await end();
	}
}
