import type { terminal as english } from '../../en/cli/terminal.ts';
import type { Texts } from '../../locale/texts.ts';

export const terminal: Texts<typeof english> = {
	unwritten: (code, why) => `輸出無法寫入（${code}）：${why}`,
	unwrittenLikely: {
		ENOSPC: '磁碟已滿。請釋放一些空間，或寫到其他磁碟。',
		EDQUOT: '此使用者的配額已用完。請釋放一些空間，或寫到其他位置。',
		EFBIG: '檔案已達到允許的最大大小。請寫到其他檔案。',
		EBADF: '它沒有開啟用於寫入。請在 > 之後指定檔案或管線。',
		EIO: '其裝置發生故障。請寫到其他裝置。',
		other: '請檢查輸出的去向，然後重新執行。',
	},
	unread: (bytes) => `沒有程式讀取輸出：最後的 ${bytes} 位元組被省略。`,
	unreadable: (code, why) => `標準輸入無法讀取（${code}）：${why}`,
	unreadableLikely: {
		EISDIR: '它是資料夾。請在 < 之後指定檔案。',
		EBADF: '它沒有開啟用於讀取。請在 < 之後指定檔案。',
		other: '請檢查 < 之後或 | 之前的內容。',
	},
	longLine: (bytes) => `一行 ${bytes} 位元組被省略：一行最多 64 MiB。`,
	certificate: {
		of: (subject) => `${subject} 的憑證`,
		nobody: '（無主體）',
		issuer: (issuer) => `簽發者 ${issuer}`,
		itself: '自身',
		valid: (from, to) => `有效期 ${from} 至 ${to}`,
		names: (list) => `名稱 ${list.join('、')}`,
	},
};
