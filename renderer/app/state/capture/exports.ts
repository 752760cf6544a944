import { create } from 'zustand';
import {
	EXPORT_FILES,
	type ExportDestination,
	type ExportFormat,
	type ExportJob,
	type ExportScope,
} from '../../../../common/contract/calls/exports.ts';
import { warningText } from '../../../words/errors.ts';
import { words } from '../../../words/index.ts';
import { fetchDownload } from '../../shared/download.ts';
import { formatBytes } from '../../shared/format.ts';
import { useHost } from '../host/host.ts';
import { session } from '../host/session.ts';
import { toast, toastError } from '../window/toasts.ts';
import { viewed } from './viewed.ts';

/** What to export; by default everything in the viewed capture. */
export interface ExportChoice extends ExportScope {
	readonly format: ExportFormat;
	/** For a C array: one array for all events instead of one for each. */
	readonly joined?: boolean;
	/** Name of the file; with or without its extension. */
	readonly name?: string;
}

interface Exports {
	readonly jobs: readonly ExportJob[];
}

/** The exports that run and the last that have ended, from the topic `exports`. */
export const useExports = create<Exports>()(() => ({ jobs: [] }));

/** Exports started in this window whose end it has not reported yet. */
const started = new Set<string>();

/**
 * Starts an export: to a place chosen in the system's dialog, where the host has one, else as a download. It runs in
 * the background; notices show its progress and its end. Resolves with its id, or undefined when no place was chosen or
 * it could not start, which a notice then reports.
 */
export async function startExport({ name, format, ...choice }: ExportChoice): Promise<string | undefined> {
	const file = fileName(name ?? 'wirebench', format);
	try {
		const destination = await chooseDestination(file);
		if (destination === undefined) return undefined;
		const { job, download } = await session.call('startExport', { ...viewed(), ...choice, format, destination });
		started.add(job);
		if (download !== undefined) fetchDownload(download, file);
		tellEnds();
		return job;
	} catch (error) {
		toastError(words().captureActions.exports.failed(file), error);
		return undefined;
	}
}

/** Stops an export; its output is removed. */
export async function cancelExport(job: string): Promise<void> {
	try {
		await session.call('cancelExport', { job });
	} catch (error) {
		toastError(words().captureActions.exports.uncancelled, error);
	}
}

/** The name with the extension of its format. */
export function fileName(name: string, format: ExportFormat): string {
	const ending = `.${EXPORT_FILES[format].extension}`;
	return name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`;
}

/** Handles the topic's jobs. */
export function takeJobs({ jobs }: { readonly jobs: readonly ExportJob[] }): void {
	useExports.setState({ jobs });
	tellEnds();
}

/** The dialog confirms before a file is replaced. */
async function chooseDestination(name: string): Promise<ExportDestination | undefined> {
	if (!useHost.getState().info?.capabilities.saveDialog) return { type: 'download', name };
	const { path } = await session.call('chooseSavePath', { name });
	return path === undefined ? undefined : { type: 'path', path, replace: true };
}

function tellEnds(): void {
	for (const job of useExports.getState().jobs) {
		if (!started.has(job.id) || job.state === 'waiting' || job.state === 'running') continue;
		started.delete(job.id);
		tellEnd(job);
	}
}

function tellEnd({ state, name, path, events, bytes, error, warnings = [] }: ExportJob): void {
	const text = words().captureActions.exports;
	if (state === 'done') {
		const size = text.size(events, formatBytes(bytes));
		const where = path === undefined ? text.downloaded(size) : text.at(size, path);
		const isWhole = warnings.length === 0;
		toast({
			tone: isWhole ? 'info' : 'error',
			title: isWhole ? text.done(name) : text.damaged(name),
			text: [where, ...warnings.map(warningText)].join('. '),
		});
	} else if (state === 'failed' && error !== undefined) {
		const { hint } = error.details;
		toast({
			tone: 'error',
			title: text.failed(name),
			text: hint === undefined ? error.message : `${error.message} ${hint}`,
		});
	} else if (state === 'cancelled') {
		toast({ tone: 'info', title: text.cancelled(name) });
	}
}
