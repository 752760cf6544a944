/** Errors of captures: opening, reading, marking and deleting them. */
export const captureErrors = {
	holdsOthers: {
		message: ({ folder, name }: { readonly folder: string; readonly name: string }) =>
			`${folder} holds other files too, such as ${name}.`,
		hint: 'Move them away: only folders with nothing but a capture in them are deleted.',
	},
	writtenByUs: {
		message: ({ folder }: { readonly folder: string }) =>
			`This Wirebench writes ${folder}, or is closing it: it is not deleted.`,
		hint: 'Start a new capture first; one that is closing can be deleted a moment later.',
	},
	writtenByProcess: {
		message: ({ pid }: { readonly pid: number }) => `Process ${pid} writes this capture: it is not deleted.`,
		hint: 'End that process first.',
	},
	noCaptureIn: ({ folder }: { readonly folder: string }) => `There is no capture in ${folder}.`,
	mayNotBeDeleted: ({ folder, errno }: { readonly folder: string; readonly errno: string }) =>
		`${folder} may not be deleted by this user (${errno}).`,
	mayNotBeRestored: ({ folder, errno }: { readonly folder: string; readonly errno: string }) =>
		`${folder} may not be brought back by this user (${errno}).`,
	couldNotBeDeleted: ({ folder, errno }: { readonly folder: string; readonly errno: string }) =>
		`${folder} could not be deleted (${errno}).`,
	couldNotBeRestored: ({ folder, errno }: { readonly folder: string; readonly errno: string }) =>
		`${folder} could not be brought back (${errno}).`,
	segmentSize: 'A segment has 1 byte to 2 GiB.',
	keepOneByte: 'At least one byte is kept.',
	openingNeedsDisk: ({ folder, errno }: { readonly folder: string; readonly errno: string }) =>
		`What opening needs cannot be written to ${folder} (${errno}).`,
	sourceForbidden: ({ path }: { readonly path: string }) => `${path} may not be read by this user.`,
	nothingAt: {
		message: ({ path }: { readonly path: string }) => `There is nothing at ${path}.`,
		hint: 'The path is one of the machine that Wirebench runs on.',
	},
	neitherFileNorFolder: ({ path }: { readonly path: string }) => `${path} is neither a file nor a folder.`,
	noNotesInFile: {
		message: 'Marks and notes can be kept in capture folders only, and this is a single file.',
		hint: 'Open the folder of the capture instead of a file in it.',
	},
	writtenElsewhere: 'Another Wirebench writes this capture: mark its events there.',
	notesForbidden: {
		message: 'Marks and notes are kept in the folder of the capture, which cannot be written.',
		hint: ({ folder }: { readonly folder: string }) =>
			`Make ${folder} writable, or copy the capture to where you may write and open it there.`,
	},
	noCaptureToOpen: {
		message: ({ folder }: { readonly folder: string }) => `There is no capture in ${folder}.`,
		hint: 'A capture folder holds files such as capture-000001.pcapng. To open another file, choose the file itself.',
	},
	openingCancelled: 'Opening was cancelled.',
	eventGone: 'The file that held this event is missing, or was deleted while the capture was written.',
	noEvent: ({ n }: { readonly n: number }) => `The capture has no event ${n}.`,
	noItem: ({ n }: { readonly n: number }) => `The list of messages has no item ${n}.`,
	noEventYet: 'The capture has no event yet.',
	noEventToMark: ({ n }: { readonly n: number }) => `The capture has no event ${n} to mark.`,
	tooManyMarks: ({ most }: { readonly most: number }) => `A capture keeps marks and notes on ${most} events at most.`,
	noConnectionInCapture: ({ id }: { readonly id: number }) => `The capture has no connection ${id}.`,
	captureClosed: 'The capture is closed.',
	anotherStarting: 'Another capture is being started: mark events of that one.',
	newStarting: 'A new capture is already being started.',
	holdsCapture: {
		message: ({ folder }: { readonly folder: string }) => `${folder} holds a capture already.`,
		hint: 'Choose another folder.',
	},
	holdsCaptureAlready: {
		message: ({ folder, first }: { readonly folder: string; readonly first: string }) =>
			`${folder} holds a capture already (${first}), which is not written to again.`,
		hint: ({ other }: { readonly other: string }) =>
			`Choose another folder, such as ${other}; what is there stays as it is and opens in Wireshark.`,
	},
	importMissing: ({ path }: { readonly path: string }) => `There is no file ${path}.`,
	importForbidden: ({ path }: { readonly path: string }) => `${path} may not be read.`,
	importFolder: ({ path }: { readonly path: string }) => `${path} is a folder.`,
	importUnreadable: ({ path, errno }: { readonly path: string; readonly errno: string }) =>
		`${path} cannot be read (${errno}).`,
	importNotReadable: {
		message: ({ reason }: { readonly reason: string }) => `${reason}`,
		hint: 'Choose a file that dumpcap, tcpdump or Wireshark has written; editcap converts many others.',
	},
	captureDamaged: ({ reason }: { readonly reason: string }) => `The capture is damaged: ${reason}`,
	captureUnreadable: ({ errno }: { readonly errno: string }) => `The capture cannot be read (${errno}).`,
	searchedClosed: 'The capture that was searched has been closed.',
};
