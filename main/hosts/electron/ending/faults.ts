import { appendFileSync, statSync, truncateSync } from 'node:fs';
import { messageOf } from '../../../../common/contract/base/message-of.ts';

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
	const log = (kind: string, fault: unknown): string => {
		const text = `${new Date().toISOString()} Wirebench ${end.version}: ${kind}: ${textOf(fault)}\n`;
		console.error(text.trimEnd());
		try {
			appendFault(end.logFile, text);
			return `Details are in ${end.logFile}`;
		} catch (error) {
			const why = `${end.logFile} cannot be written: ${textOf(error)}`;
			console.error(why);
			return why;
		}
	};
	const close = async (): Promise<string> => {
		const limitMs = end.closeLimitMs ?? CLOSE_LIMIT_MS;
		const late = Promise.withResolvers<'late'>();
		const timer = setTimeout(() => late.resolve('late'), limitMs);
		try {
			const outcome = await Promise.race([end.close(), late.promise]);
			if (outcome !== 'late') return 'All servers and clients are closed. The capture is closed and complete.';
			return `The capture could not be closed within ${limitMs / 1000} s. Open it again to recover what is stored.`;
		} catch (error) {
			log('closing after a fault', error);
			return 'The capture could not be closed. Open it again to recover what is stored.';
		} finally {
			clearTimeout(timer);
		}
	};
	return async (fault, kind) => {
		const details = log(kind, fault);
		if (ending) return;
		ending = true;
		const outcome = await close();
		const message = messageOf(fault);
		end.tell('Wirebench has ended because of a fault of its own', `${message}\n\n${outcome}\n\n${details}`);
		end.exit(1);
	};
}

/** Ends through this handler on every uncaught error and on every rejection that nothing handles. */
export function endOnFaults(handle: ReturnType<typeof faultHandler>): void {
	process.on('uncaughtException', (error) => void handle(error, 'uncaught error'));
	process.on('unhandledRejection', (reason) => void handle(reason, 'unhandled rejection'));
}
