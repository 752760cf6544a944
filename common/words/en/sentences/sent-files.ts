/** Errors of files that are sent: by a person, or as replies. */
export const sentFileErrors = {
	fileMissing: ({ path, errno }: { readonly path: string; readonly errno: string }) =>
		`The file ${path} is not there (${errno}).`,
	fileBelowNoFolder: ({ path, errno }: { readonly path: string; readonly errno: string }) =>
		`The file ${path} is not there: part of its path is no folder (${errno}).`,
	fileLinkLoop: ({ path, errno }: { readonly path: string; readonly errno: string }) =>
		`The file ${path} is a link that leads nowhere (${errno}).`,
	fileNameTooLong: ({ path, errno }: { readonly path: string; readonly errno: string }) =>
		`The file ${path} is not there: its name is too long (${errno}).`,
	fileMayNotBeRead: ({ path, errno }: { readonly path: string; readonly errno: string }) =>
		`The file ${path} may not be read (${errno}).`,
	fileWithoutBytes: ({ path, errno }: { readonly path: string; readonly errno: string }) =>
		`The file ${path} is no file with bytes of its own (${errno}).`,
	tooManyFiles: ({ path, errno }: { readonly path: string; readonly errno: string }) =>
		`The file ${path} cannot be opened: too many files are open (${errno}).`,
	fileUnreadable: ({ path, errno }: { readonly path: string; readonly errno: string }) =>
		`The file ${path} cannot be read (${errno}).`,
	fileNameOdd: ({ path }: { readonly path: string }) => `The file ${path} has nothing of such a name.`,
	fileOutside: ({ path }: { readonly path: string }) => `The file ${path} is not in the folder.`,
	fileIsFolder: ({ path }: { readonly path: string }) => `The file ${path} is a folder.`,
	fileNotRegular: ({ path }: { readonly path: string }) => `The file ${path} is no regular file.`,
	fileNameZero: ({ path }: { readonly path: string }) => `The file ${path} cannot be: its name has a zero byte.`,
	fileNoFolder: ({ path }: { readonly path: string }) => `The file ${path} is no folder.`,
	fileShortened: ({ path, sent, size }: { readonly path: string; readonly sent: number; readonly size: number }) =>
		`The file ${path} has become shorter: ${sent} of its ${size} bytes were sent.`,
	noFile: ({ path }: { readonly path: string }) => `${path} is no file.`,
	noSuchFile: ({ path }: { readonly path: string }) => `There is no file ${path}.`,
	mayNotBeRead: ({ path }: { readonly path: string }) => `${path} may not be read.`,
	cannotBeRead: ({ path, errno }: { readonly path: string; readonly errno: string }) =>
		`${path} cannot be read (${errno}).`,
	shortenedWhileSent: ({ path }: { readonly path: string }) => `${path} has become shorter while it was sent.`,
};
