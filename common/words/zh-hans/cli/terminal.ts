import type { terminal as english } from '../../en/cli/terminal.ts';
import type { Texts } from '../../locale/texts.ts';

export const terminal: Texts<typeof english> = {
	unwritten: (code, why) => `输出无法写入（${code}）：${why}`,
	unwrittenLikely: {
		ENOSPC: '磁盘已满。请释放一些空间，或写到其他磁盘。',
		EDQUOT: '此用户的配额已用完。请释放一些空间，或写到其他位置。',
		EFBIG: '文件已达到允许的最大大小。请写到其他文件。',
		EBADF: '它没有打开用于写入。请在 > 之后指定文件或管道。',
		EIO: '其设备发生故障。请写到其他设备。',
		other: '请检查输出的去向，然后重新运行。',
	},
	unread: (bytes) => `没有程序读取输出：最后的 ${bytes} 字节被省略。`,
	unreadable: (code, why) => `标准输入无法读取（${code}）：${why}`,
	unreadableLikely: {
		EISDIR: '它是文件夹。请在 < 之后指定文件。',
		EBADF: '它没有打开用于读取。请在 < 之后指定文件。',
		other: '请检查 < 之后或 | 之前的内容。',
	},
	longLine: (bytes) => `一行 ${bytes} 字节被省略：一行最多 64 MiB。`,
	certificate: {
		of: (subject) => `${subject} 的证书`,
		nobody: '（无主体）',
		issuer: (issuer) => `颁发者 ${issuer}`,
		itself: '自身',
		valid: (from, to) => `有效期 ${from} 至 ${to}`,
		names: (list) => `名称 ${list.join('、')}`,
	},
};
