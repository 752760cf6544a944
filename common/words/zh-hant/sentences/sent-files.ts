import type { sentFileErrors as english } from '../../en/sentences/sent-files.ts';
import type { Texts } from '../../locale/texts.ts';

export const sentFileErrors: Texts<typeof english> = {
	fileMissing: ({ path, errno }) => `檔案 ${path} 不存在（${errno}）。`,
	fileBelowNoFolder: ({ path, errno }) => `檔案 ${path} 不存在：其路徑中有一部分不是資料夾（${errno}）。`,
	fileLinkLoop: ({ path, errno }) => `檔案 ${path} 是一個無法解析的連結（${errno}）。`,
	fileNameTooLong: ({ path, errno }) => `檔案 ${path} 不存在：其名稱過長（${errno}）。`,
	fileMayNotBeRead: ({ path, errno }) => `沒有讀取檔案 ${path} 的權限（${errno}）。`,
	fileWithoutBytes: ({ path, errno }) => `檔案 ${path} 沒有自己的位元組（${errno}）。`,
	tooManyFiles: ({ path, errno }) => `無法開啟檔案 ${path}：開啟的檔案過多（${errno}）。`,
	fileUnreadable: ({ path, errno }) => `無法讀取檔案 ${path}（${errno}）。`,
	fileNameOdd: ({ path }) => `資料夾 ${path} 中沒有這樣名稱的檔案。`,
	fileOutside: ({ path }) => `檔案 ${path} 不在該資料夾中。`,
	fileIsFolder: ({ path }) => `檔案 ${path} 是一個資料夾。`,
	fileNotRegular: ({ path }) => `檔案 ${path} 不是一般檔案。`,
	fileNameZero: ({ path }) => `檔案 ${path} 不可能存在：其名稱中有零位元組。`,
	fileNoFolder: ({ path }) => `檔案 ${path} 不是資料夾。`,
	fileShortened: ({ path, sent, size }) => `檔案 ${path} 變短了：已傳送其 ${size} 位元組中的 ${sent} 位元組。`,
	noFile: ({ path }) => `${path} 不是檔案。`,
	noSuchFile: ({ path }) => `沒有檔案 ${path}。`,
	mayNotBeRead: ({ path }) => `沒有讀取 ${path} 的權限。`,
	cannotBeRead: ({ path, errno }) => `無法讀取 ${path}（${errno}）。`,
	shortenedWhileSent: ({ path }) => `${path} 在傳送過程中變短了。`,
};
