const BACK = 'Free some space or bring the folder back: the capture goes on by itself.';

/** Errors of the disk while a capture or an export is written. */
export const diskErrors = {
	diskFull: { message: 'The disk that holds the capture is full.', hint: BACK },
	quotaUsedUp: { message: 'The disk quota for the capture is used up.', hint: BACK },
	diskReadOnly: { message: 'The disk that holds the capture is read-only.', hint: BACK },
	captureFolderForbidden: { message: 'The capture folder may not be written.', hint: BACK },
	captureFolderGone: { message: 'The capture folder has gone.', hint: BACK },
	captureFolderTaken: { message: 'Something else stands where the capture folder should be.', hint: BACK },
	captureTooManyFiles: { message: 'Too many files are open to go on with the capture.', hint: BACK },
	diskFails: { message: 'The disk that holds the capture fails.', hint: BACK },
	captureFileTooLarge: { message: 'The capture file has become too large for its disk.', hint: BACK },
	captureUnwritable: {
		message: ({ errno }: { readonly errno: string }) => `The capture cannot be written (${errno}).`,
		hint: BACK,
	},
	stoppedImport: {
		message: ({ reason }: { readonly reason: string }) => `${reason}`,
		hint: 'Free some space or choose another folder, then open the file again.',
	},
	seeToFolder: {
		message: ({ reason }: { readonly reason: string }) => `${reason}`,
		hint: ({ folder }: { readonly folder: string }) => `See to ${folder}, and try again.`,
	},
	oldestPartStays: {
		message: 'The oldest part of the capture cannot be deleted: it grows past its limit.',
		hint: ({ folder }: { readonly folder: string }) => `Make ${folder} writable again, or lift the limit.`,
	},
	captureFolderMoved: {
		message: 'The capture folder was moved or renamed.',
		hint: ({ folder }: { readonly folder: string }) =>
			`Move it back, or make a new folder at ${folder}: the capture goes on by itself.`,
	},
	captureFolderReadOnly: {
		message: 'The capture folder has become read-only. Events go into the open segment until that is full.',
		hint: ({ folder }: { readonly folder: string }) => `Make ${folder} writable again: the capture goes on by itself.`,
	},
	segmentsChanged: {
		message: ({ files }: { readonly files: string }) =>
			`Another program has changed ${files} while the capture was written.`,
		hint: ({ folder }: { readonly folder: string }) =>
			`Look at ${folder} with "wirebench show": it says what can be read.`,
	},
	/** `what`: which files, and what is gone with them. */
	filesDeletedGoesOn: {
		message: ({ what }: { readonly what: string }) => `${what}`,
		hint: ({ folder }: { readonly folder: string }) => `Recording goes on in ${folder}. Nothing needs to be done.`,
	},
	filesOverwrittenGoesOn: {
		message: ({ what }: { readonly what: string }) => `${what}`,
		hint: ({ folder }: { readonly folder: string }) =>
			`Recording goes on in ${folder}. Let no other program write to that folder.`,
	},
	filesChangedLast: {
		message: ({ what }: { readonly what: string }) => `${what}`,
		hint: ({ folder }: { readonly folder: string }) =>
			`Look at ${folder} with "wirebench show": it says what can be read.`,
	},
	exportExists: {
		message: ({ path }: { readonly path: string }) => `There is a file ${path} already.`,
		hint: 'Replace it, or choose another name.',
	},
	exportDiskFull: {
		message: ({ folder }: { readonly folder: string }) => `The disk that ${folder} is on is full.`,
		hint: 'Free some space, or choose another place. Nothing was left behind.',
	},
	exportTooLarge: {
		message: ({ folder }: { readonly folder: string }) => `The disk that ${folder} is on takes no file of this size.`,
		hint: 'Choose another place.',
	},
	exportReadOnly: {
		message: ({ folder }: { readonly folder: string }) => `The disk that ${folder} is on is read-only.`,
		hint: 'Choose another place.',
	},
	exportForbidden: {
		message: ({ folder }: { readonly folder: string }) => `The folder ${folder} may not be written.`,
		hint: 'Choose another folder.',
	},
	exportNoFolder: {
		message: ({ folder }: { readonly folder: string }) => `There is no folder ${folder}.`,
		hint: 'Choose a folder that is there.',
	},
	exportIsNoFolder: {
		message: ({ folder }: { readonly folder: string }) => `${folder} is no folder.`,
		hint: 'Choose a folder that is there.',
	},
	exportToFolder: {
		message: ({ path }: { readonly path: string }) => `${path} is a folder.`,
		hint: 'Give the name of a file.',
	},
	exportNameTooLong: {
		message: ({ name }: { readonly name: string }) => `The name ${name}… is too long.`,
		hint: 'Choose a shorter one.',
	},
	exportUnwritable: {
		message: ({ path, errno }: { readonly path: string; readonly errno: string }) =>
			`${path} cannot be written (${errno}).`,
		hint: 'Choose another place.',
	},
};
