const WHY_NO_FOLDER: Readonly<Record<string, string>> = {
	EEXIST: 'there is a file of that name',
	ENOTDIR: 'a part of its path is a file',
	EACCES: 'that is not permitted',
	EPERM: 'that is not permitted',
	EROFS: 'the disk is read-only',
	ENOSPC: 'the disk is full',
	ENOENT: 'the system allows no folder there',
};

/** Errors of the application: exports, folders, files that are handed over, runs and settings. */
export const appErrors = {
	agentHistoryUnreadable: ({ file, reason }: { readonly file: string; readonly reason: string }) =>
		`The history of agents’ calls ${file} cannot be read: ${reason}.`,
	noFileDialog: 'This host has no dialog for files.',
	noSaveDialog: 'This host has no dialog to save with.',
	noTemporaryFolder: {
		message: ({ folder }: { readonly folder: string }) => `No folder for temporary files can be made in ${folder}.`,
		hint: 'Say by TMPDIR where there is room.',
	},
	noFolderForCapture: {
		message: ({ folder }: { readonly folder: string }) => `No folder for the capture can be made in ${folder}.`,
		hint: 'Name one with --capture, or say by TMPDIR where there is room.',
	},
	folderNotMade: {
		message: ({ folder, errno }: { readonly folder: string; readonly errno: string }) =>
			`The folder ${folder} cannot be made: ${WHY_NO_FOLDER[errno] ?? 'the system refuses'} (${errno}).`,
		hint: 'Choose another folder.',
	},
	undoIsOver: 'The time to bring this back is over: it is deleted.',
	notInLibrary: ({ folder }: { readonly folder: string }) => `${folder} is not in the list of captures.`,
	exportsRunning: {
		message: ({ most }: { readonly most: number }) => `${most} exports run already.`,
		hint: 'Wait until one has ended, or cancel one.',
	},
	noColumns: ({ format, formats }: { readonly format: string; readonly formats: string }) =>
		`${format} has no columns for decoded fields: choose one of ${formats}.`,
	readsOnly: ({ format }: { readonly format: string }) => `${format} has reads, no messages.`,
	wholePath: 'A whole path is needed.',
	noSuchExport: 'There is no such export.',
	downloadNotFetched: {
		message: 'The download was not fetched.',
		hint: 'Let the browser allow downloads from this page, and export again.',
	},
	notChosen: {
		message: 'A file is written only where the dialog to save said.',
		hint: 'Export as a download, or on the command line with "wirebench export".',
	},
	noSuchRun: 'There is no such run.',
	noSuchReplay: 'There is no such replay.',
	settingsUntouched: {
		message: ({ file }: { readonly file: string }) =>
			`The settings are not written: ${file} could not be read, and is left as it is.`,
		hint: 'They hold until Wirebench ends. Move the file away and start Wirebench again.',
	},
	settingsUnwritable: {
		message: ({ reason }: { readonly reason: string }) => `The settings cannot be written: ${reason}`,
		hint: 'They hold until Wirebench ends.',
	},
	tooManyEventsToRun: ({ most }: { readonly most: number }) =>
		`The conversation has more than ${most} events, which is more than can be made runnable.`,
	tooManyBytesToRun: ({ bytes }: { readonly bytes: number }) =>
		`The conversation has ${bytes} bytes, which is more than can be made runnable.`,
	eventShorter: ({ n }: { readonly n: number }) => `Event ${n} is shorter than the capture says.`,
	tooManyConnections: 'The capture has more connections than can be listed.',
	whichFile: 'Say which file to send.',
	uploadGone: 'The file that was handed over is gone: choose it again.',
	uploadTooLarge: ({ limit }: { readonly limit: number }) => `A file that is handed over has at most ${limit} bytes.`,
	uploadCut: 'The file was not handed over whole.',
	uploadNotKept: ({ errno }: { readonly errno: string }) => `The file could not be kept (${errno}).`,
	captureOpening: 'This capture is still being opened.',
	liveCharset: 'The live capture is read in the charset that each endpoint has now: change it there.',
	liveCloses: 'The live capture is closed when Wirebench ends.',
	captureNotOpen: {
		message: 'This capture is not open any more.',
		hint: 'Open it again, or go back to the live capture.',
	},
	testsRunning: {
		message: ({ most }: { readonly most: number }) => `${most} tests run already.`,
		hint: 'Stop one, or wait until one is over.',
	},
};
