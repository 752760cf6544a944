import { block, type CFile } from './file.ts';

/** Defines what the thread of an accepted `connection` does. */
export function defineThread(body: readonly string[], file: CFile): void {
	file.include('pthread.h', 'stdint.h');
	file.define('run', [
		...file.note('thread'),
		...file.note('pthread'),
		...block('static void *run(void *argument)', 'int connection = (int)(intptr_t)argument;', body, 'return NULL;'),
	]);
}

/** Starts the thread of a `connection`, which nobody waits for. */
export function startedThread(): string[] {
	return [
		'pthread_t thread;',
		...block(
			'if (pthread_create(&thread, NULL, run, (void *)(intptr_t)connection) != 0)',
			'fputs("pthread_create failed\\n", stderr);',
			'close(connection);',
			'continue;',
		),
		'pthread_detach(thread);',
	];
}
