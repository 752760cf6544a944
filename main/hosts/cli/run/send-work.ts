import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { MessageToFill, Sending } from '../../../../common/contract/calls/sending.ts';
import { sending } from '../../../../common/words/en/cli/sending.ts';
import type { Engine } from '../../../app/headless.ts';
import { say, stderr } from '../terminal/console.ts';
import { gapAfter, spoken } from '../terminal/language.ts';

const texts = () => spoken('sending', sending);

/** The job of a command: one message, a repeated message, or a file. */
export type Work =
	| { readonly type: 'message'; readonly bytes: Uint8Array }
	| { readonly type: 'template'; readonly message: MessageToFill }
	| { readonly type: 'repeat'; readonly bytes: Uint8Array; readonly intervalMs: number; readonly count: number }
	| {
			readonly type: 'repeat-template';
			readonly message: MessageToFill;
			readonly intervalMs: number;
			readonly count: number;
	  }
	| { readonly type: 'file'; readonly path: string; readonly datagramBytes: number };

/** Milliseconds between progress reports. */
const PROGRESS_MS = 200;

/**
 * Sends it; resolves when all has been taken, or when `stop` has resolved. Progress goes to stderr, while it runs only
 * to a terminal. Rejects with a WirebenchError when not all could be sent.
 */
export async function doWork(engine: Engine, endpoint: string, work: Work, stop: Promise<unknown>): Promise<void> {
	const { sendings } = engine;
	const stopAll = (): void => {
		for (const { id, state } of sendings.list()) if (state === 'running') sendings.stop(id);
	};
	void stop.then(stopAll);
	const watch = stderr().isTerminal ? setInterval(() => progress(sendings.list()), PROGRESS_MS) : undefined;
	try {
		const id = await begin(engine, endpoint, work);
		if (id === undefined) return;
		const end = await sendings.ended(id);
		say([words(end), ...(end.state === 'stopped' ? [texts().stopped] : [])].join(gapAfter(words(end))));
		if (end.state === 'failed') throw end.error ? WirebenchError.fromInfo(end.error) : new Error(texts().failed);
	} finally {
		clearInterval(watch);
	}
}

/** Sends a message, or starts what takes time and returns its id. */
async function begin(engine: Engine, endpoint: string, work: Work): Promise<string | undefined> {
	switch (work.type) {
		case 'message': {
			const { stopped, bytes } = await engine.send({ endpoint, bytes: work.bytes });
			if (stopped) say(texts().stoppedOf(bytes, work.bytes.length));
			return undefined;
		}
		case 'template': {
			const { stopped, bytes } = await engine.sendTemplate({ endpoint, message: work.message });
			if (stopped) say(texts().stoppedAfter(bytes));
			return undefined;
		}
		case 'repeat':
			return (await engine.repeat({ endpoint, ...work })).id;
		case 'repeat-template':
			return (await engine.repeatTemplate({ endpoint, ...work })).id;
		case 'file':
			return (await engine.sendFile({ endpoint, ...work })).id;
	}
}

/** The progress, as a sentence. */
export function words({ bytes, partBytes, total, messages, connections, repeat }: Sending): string {
	if (repeat === undefined) return total === undefined ? texts().bytes(bytes) : texts().bytesOf(bytes, total);
	const { count, intervalMs, rate, meanLateMs, maxLateMs } = repeat;
	const sent = count === 0 ? texts().messages(messages) : texts().messagesOf(messages, count * connections);
	const what = `${sent}${partBytes === 0 ? '' : texts().part(partBytes)}`;
	const pace = rate.toFixed(1);
	if (intervalMs === 0) return texts().pace(what, pace);
	return texts().late(what, pace, meanLateMs.toFixed(1), maxLateMs.toFixed(1));
}

function progress(list: readonly Sending[]): void {
	const [running] = list.filter(({ state }) => state === 'running');
	if (running) stderr().status(words(running));
}
