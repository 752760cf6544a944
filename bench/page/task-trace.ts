import type { CDPSession } from '@playwright/test';

/** Of a trace event (Trace Event Format), what is read here. Microseconds. */
interface TraceEvent {
	readonly name?: string;
	readonly ph?: string;
	readonly pid?: number;
	readonly tid?: number;
	/** Processor time. */
	readonly tdur?: number;
	readonly args?: { readonly name?: string };
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;

/**
 * Traces the tasks of Chromium's main threads of pages, by a session of the browser. The result ends the trace: the processor time of each task, in
 * milliseconds. Unlike durations they do not contain the time that other programs had on a busy machine.
 */
export async function traceTasks(browser: CDPSession): Promise<() => Promise<number[]>> {
	const tasks: TraceEvent[] = [];
	const pages = new Set<string>();
	const take = ({ value }: { readonly value: readonly TraceEvent[] }): void => {
		for (const event of value) {
			if (event.name === 'RunTask' && event.tdur !== undefined) tasks.push(event);
			else if (event.ph === 'M' && event.args?.name === 'CrRendererMain') pages.add(threadOf(event));
		}
	};
	browser.on('Tracing.dataCollected', take);
	await browser.send('Tracing.start', {
		transferMode: 'ReportEvents',
		traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline'], excludedCategories: ['*'] },
	});
	return async () => {
		const complete = new Promise((resolve) => browser.once('Tracing.tracingComplete', resolve));
		await browser.send('Tracing.end');
		await complete;
		browser.off('Tracing.dataCollected', take);
		return tasks.filter((task) => pages.has(threadOf(task))).map(({ tdur = 0 }) => tdur / 1000);
	};
}
