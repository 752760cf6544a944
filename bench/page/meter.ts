import type { CDPSession } from '@playwright/test';

/**
 * Reads Chromium's own figures of a page by their names in Performance.getMetrics. Times are milliseconds, those of the main thread
 * processor time; counts are a thousand times as large.
 */
export async function meter(devtools: CDPSession): Promise<() => Promise<ReadonlyMap<string, number>>> {
	await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
	return async () => {
		const { metrics } = await devtools.send('Performance.getMetrics');
		return new Map(metrics.map(({ name, value }) => [name, value * 1000]));
	};
}
