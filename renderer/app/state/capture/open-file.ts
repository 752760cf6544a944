import { create } from 'zustand';
import { errorInfoSchema } from '../../../../common/contract/base/error-info.ts';
import { type ErrorInfo, WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { WorkspaceSource } from '../../../../common/contract/calls/workspace.ts';
import { isWorkspaceFile } from '../../../../common/workspace/file-name.ts';
import { words } from '../../../words/index.ts';
import { useWorkbench } from '../endpoints/workbench.ts';
import { goTo } from '../endpoints/workspace-file.ts';
import { useHost } from '../host/host.ts';
import { session } from '../host/session.ts';
import { openDialog } from '../window/dialogs.ts';
import { toastError } from '../window/toasts.ts';
import { awaitCapture, openPath } from './captures.ts';

/** A file that is being uploaded. */
export interface Upload {
	readonly id: number;
	readonly name: string;
	readonly done: number;
	readonly total: number;
	cancel(): void;
}

interface Uploads {
	readonly uploads: readonly Upload[];
}

export const useUploads = create<Uploads>()(() => ({ uploads: [] }));

let lastId = 0;

/** Opens files that a person chose or dropped, on any host. */
export function openFiles(files: Iterable<File>): void {
	for (const file of files) {
		openFile(file).catch((error: unknown) => toastError(words().captureActions.fileUnopened(file.name), error));
	}
}

/** By its path where the host knows it, else by uploading its bytes. A description of a structure is imported. */
async function openFile(file: File): Promise<void> {
	const { showStructureFile, structureFile } = await import('../window/structure-files.ts');
	const structure = await structureFile(file);
	if (structure !== undefined) {
		showStructureFile(structure);
		return;
	}
	const path = window.wirebench?.pathForFile(file);
	if (path !== undefined) {
		if (path === '') throw new WirebenchError('not-found', words().captureActions.noFile);
		if (isWorkspaceFile(path) && isSetUp()) askAbout({ path }, file.name);
		else await openNamed(path);
	} else if (isWorkspaceFile(file.name)) {
		const from = { name: file.name, text: await file.text() };
		if (isSetUp()) askAbout(from, file.name);
		else await goTo({ to: 'text', ...from });
	} else if (useHost.getState().info?.capabilities.upload) {
		const id = await uploadFile(file, 'open');
		if (id !== undefined) awaitCapture(id);
	} else {
		throw new WirebenchError('unavailable', words().captureActions.noUpload);
	}
}

const isSetUp = () => useWorkbench.getState().endpoints.size > 0;

/** Another workspace would take the place of what is set up: a person may rather want parts of it. */
function askAbout(from: WorkspaceSource, name: string): void {
	openDialog({ kind: 'dropped-workspace', from, name });
}

/** Opens a file of the host's machine: a workspace by its name, else a capture. */
export async function openNamed(path: string): Promise<void> {
	await (isWorkspaceFile(path) ? goTo({ to: 'file', path }) : openPath(path));
}

/** Opens the host's file dialog where it has one, else `choose` opens the page's own. */
export function chooseFile(choose: () => void): void {
	if (useHost.getState().info?.capabilities.openDialog !== true) {
		choose();
		return;
	}
	session
		.call('chooseCapture', {})
		.then(({ path }) => (path === undefined ? undefined : openPath(path)))
		.catch((error: unknown) => toastError(words().captureActions.chosenUnopened, error));
}

/**
 * Uploads a file to the host. Resolves with the id of the capture or of the upload to send; undefined when it was
 * cancelled. XMLHttpRequest, because fetch reports no upload progress.
 */
export function uploadFile(file: File, use: 'open' | 'send'): Promise<string | undefined> {
	const request = new XMLHttpRequest();
	lastId += 1;
	const id = lastId;
	const entry = { id, name: file.name, done: 0, total: file.size, cancel: () => request.abort() };
	const change = (rule: (uploads: readonly Upload[]) => readonly Upload[]) =>
		useUploads.setState(({ uploads }) => ({ uploads: rule(uploads) }));
	change((uploads) => [...uploads, entry]);
	return new Promise<string | undefined>((resolve, reject) => {
		request.upload.onprogress = ({ loaded }) =>
			change((uploads) => uploads.map((one) => (one.id === id ? { ...one, done: loaded } : one)));
		request.onload = () => {
			const answer = readAnswer(request.responseText);
			if ('id' in answer) resolve(answer.id);
			else reject(WirebenchError.fromInfo(answer.error));
		};
		request.onabort = () => resolve(undefined);
		request.onerror = () => reject(new WirebenchError('disconnected', words().captureActions.notUploaded));
		request.open('POST', `upload?name=${encodeURIComponent(file.name)}&for=${use}`);
		request.send(file);
	}).finally(() => change((uploads) => uploads.filter((one) => one.id !== id)));
}

function readAnswer(text: string): { readonly id: string } | { readonly error: ErrorInfo } {
	const answer: unknown = JSON.parse(text);
	if (typeof answer === 'object' && answer !== null) {
		if ('id' in answer && typeof answer.id === 'string') return { id: answer.id };
		if ('error' in answer) return { error: errorInfoSchema.parse(answer.error) };
	}
	return { error: { code: 'internal', message: words().captureActions.unknownAnswer, details: {} } };
}
