import { appendFileSync, statSync, truncateSync } from 'node:fs';
import { messageOf } from '../../../../common/contract/base/message-of.ts';
import { desktop } from '../../../../common/words/en/desktop.ts';
import type { DesktopWords } from '../../../../common/words/load-desktop.ts';

/** Milliseconds to close the capture after a fault; what is stored until then opens as after a kill. */
const CLOSE_LIMIT_MS = 5000;
/** Bytes after which the file of faults starts over. */
const MOST_LOG_BYTES = 1024 * 1024;

export interface FaultEnd {
	/** File that receives each fault with its time and stack. */
	readonly logFile: string;
	readonly version: string;
	/** Closes the capture. May hang or fail: the process is in an unknown state. */
	close(): Promise<void>;
	/** Shows a sentence to the person. Blocks until it is read, where the system allows that. */
	tell(title: string, text: string): void;
	exit(code: number): void;
	readonly closeLimitMs?: number;
	/** The texts of the moment at which it ends. Left out: English. */
	words?(): DesktopWords['faults'];
}

const textOf = (fault: unknown) => (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));

function appendFault(file: string, text: string): void {
	if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_LOG_BYTES) truncateSync(file);
	appendFileSync(file, text);
}

/**
 * The end of this process after an error that nothing has caught: logs it, closes the capture, shows the fault, exits
 * with code 1. Further faults meanwhile are logged only. Electron itself would show a dialog and go on, and would only
 * print a lost rejection.
 */
export function faultHandler(end: FaultEnd): (fault: unknown, kind: string) => Promise<void> {
	let ending = false;
	/** Why it could not be written, if so. */
	const log = (kind: string, fault: unknown): string | undefined => {
		const text = `${new Date().toISOString()} Wirebench ${end.version}: ${kind}: ${textOf(fault)}\n`;
		console.error(text.trimEnd());
		try {
			appendFault(end.logFile, text);
			return undefined;
		} catch (error) {
			const why = `${end.logFile} cannot be written: ${textOf(error)}`;
			console.error(why);
			return why;
		}
	};
	const close = async (words: DesktopWords['faults']): Promise<string> => {
		const limitMs = end.closeLimitMs ?? CLOSE_LIMIT_MS;
		const late = Promise.withResolvers<'late'>();
		const timer = setTimeout(() => late.resolve('late'), limitMs);
		try {
			const outcome = await Promise.race([end.close(), late.promise]);
			if (outcome !== 'late') return words.closed;
			return words.late(limitMs / 1000);
		} catch (error) {
			log('closing after a fault', error);
			return words.notClosed;
		} finally {
			clearTimeout(timer);
		}
	};
	return async (fault, kind) => {
		const unwritten = log(kind, fault);
		if (ending) return;
		ending = true;
		const words = end.words?.() ?? desktop.faults;
		const outcome = await close(words);
		const details = unwritten ?? words.details(end.logFile);
		const message = messageOf(fault);
		end.tell(words.title, `${message}\n\n${outcome}\n\n${details}`);
		end.exit(1);
	};
}

/** Ends through this handler on every uncaught error and on every rejection that nothing handles. */
export function endOnFaults(handle: ReturnType<typeof faultHandler>): void {
	process.on('uncaughtException', (error) => void handle(error, 'uncaught error'));
	process.on('unhandledRejection', (reason) => void handle(reason, 'unhandled rejection'));
}
