import { EventEmitter } from 'node:events';
import type { Questions, ToDouble, ToDriver } from './messages.ts';

if (process.send === undefined) throw new Error('The Electron double is started by its driver, with a channel to it.');

/** Messages from the driver, by type. Questions are passed to their handler instead. */
export const incoming = new EventEmitter();

type Answerers = {
	[N in keyof Questions]?: (ask: Questions[N]['ask']) => Questions[N]['answer'] | Promise<Questions[N]['answer']>;
};
const answerers: Answerers = {};

export function tellDriver(message: ToDriver): void {
	// Without a driver there is no channel, and no recipient.
	if (process.connected) process.send?.(message);
}

export function answerQuestion<N extends keyof Questions>(name: N, answerer: Answerers[N]): void {
	answerers[name] = answerer;
}

async function answer(message: Extract<ToDouble, { type: 'question' }>): Promise<void> {
	const { request, name, ask } = message;
	try {
		const answerer: ((ask: never) => unknown) | undefined = answerers[name];
		if (answerer === undefined) throw new Error(`Nothing in the main bundle answers "${name}".`);
		tellDriver({ type: 'answer', request, value: await Reflect.apply(answerer, undefined, [ask]) });
	} catch (error) {
		tellDriver({ type: 'answer', request, error: error instanceof Error ? error.message : String(error) });
	}
}

process.on('message', (message: ToDouble) => {
	if (message.type === 'question') void answer(message);
	else incoming.emit(message.type, message);
});
