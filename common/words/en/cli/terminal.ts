/** Standard input and output, and how an error is printed. */
export const terminal = {
	unwritten: (code: string, why: string) => `The output could not be written (${code}): ${why}`,
	unwrittenLikely: {
		ENOSPC: 'the disk is full. Free some space, or write to another disk.',
		EDQUOT: 'the quota of this user is used up. Free some space, or write elsewhere.',
		EFBIG: 'the file is as large as it may become. Write to another file.',
		EBADF: 'it is not open for writing. Name a file or a pipe behind >.',
		EIO: 'its device fails. Write to another one.',
		other: 'check where it goes, and run it again.',
	},
	unread: (bytes: number) => `Nobody read the output: the last ${bytes} bytes of it were left out.`,
	unreadable: (code: string, why: string) => `Standard input cannot be read (${code}): ${why}`,
	unreadableLikely: {
		EISDIR: 'it is a folder. Name a file behind <.',
		EBADF: 'it is not open for reading. Name a file behind <.',
		other: 'check what stands behind < or in front of |.',
	},
	longLine: (bytes: number) => `A line of ${bytes} bytes was left out: a line has at most 64 MiB.`,
	certificate: {
		of: (subject: string) => `certificate of ${subject}`,
		nobody: 'nobody',
		issuer: (issuer: string) => `issuer ${issuer}`,
		itself: 'itself',
		valid: (from: string, to: string) => `valid ${from} to ${to}`,
		names: (list: readonly string[]) => `names ${list.join(', ')}`,
	},
};
