import type { sentFileErrors as english } from '../../en/sentences/sent-files.ts';
import type { Texts } from '../../locale/texts.ts';

export const sentFileErrors: Texts<typeof english> = {
	fileMissing: ({ path, errno }) => `文件 ${path} 不存在（${errno}）。`,
	fileBelowNoFolder: ({ path, errno }) => `文件 ${path} 不存在：其路径中有一部分不是文件夹（${errno}）。`,
	fileLinkLoop: ({ path, errno }) => `文件 ${path} 是一个无法解析的链接（${errno}）。`,
	fileNameTooLong: ({ path, errno }) => `文件 ${path} 不存在：其名称过长（${errno}）。`,
	fileMayNotBeRead: ({ path, errno }) => `没有读取文件 ${path} 的权限（${errno}）。`,
	fileWithoutBytes: ({ path, errno }) => `文件 ${path} 没有自己的字节（${errno}）。`,
	tooManyFiles: ({ path, errno }) => `无法打开文件 ${path}：打开的文件过多（${errno}）。`,
	fileUnreadable: ({ path, errno }) => `无法读取文件 ${path}（${errno}）。`,
	fileNameOdd: ({ path }) => `文件夹 ${path} 中没有这样名称的文件。`,
	fileOutside: ({ path }) => `文件 ${path} 不在该文件夹中。`,
	fileIsFolder: ({ path }) => `文件 ${path} 是一个文件夹。`,
	fileNotRegular: ({ path }) => `文件 ${path} 不是普通文件。`,
	fileNameZero: ({ path }) => `文件 ${path} 不可能存在：其名称中有零字节。`,
	fileNoFolder: ({ path }) => `文件 ${path} 不是文件夹。`,
	fileShortened: ({ path, sent, size }) => `文件 ${path} 变短了：已发送其 ${size} 字节中的 ${sent} 字节。`,
	noFile: ({ path }) => `${path} 不是文件。`,
	noSuchFile: ({ path }) => `没有文件 ${path}。`,
	mayNotBeRead: ({ path }) => `没有读取 ${path} 的权限。`,
	cannotBeRead: ({ path, errno }) => `无法读取 ${path}（${errno}）。`,
	shortenedWhileSent: ({ path }) => `${path} 在发送过程中变短了。`,
};
