/** Why a file is not read, behind “cannot be read”. */
export const unreadableReasons = {
	isFolder: 'it is a folder',
	isPipe: 'it is a named pipe',
	isSocket: 'it is a socket',
	isDevice: 'it is a device',
	pipeWithoutWriter: 'it is a pipe, and nobody writes to it',
	moreBytesThan: ({ bytes }: { readonly bytes: number }) => `it has more than ${bytes} bytes`,
	noUtf8Text: 'it is not UTF-8 text',
};

/** Of a file that a person named. `reason`: one of those above, or the system's name of the error. */
export const namedFileErrors = {
	namedUnreadable: ({ path, reason }: { readonly path: string; readonly reason: string }) =>
		`${path} cannot be read: ${reason}.`,
};
