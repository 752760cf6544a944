import type * as english from '../../../en/sentences/files/stored.ts';
import type { Texts } from '../../../locale/texts.ts';

export const storedFiles: Texts<typeof english.storedFiles> = {
	settingsFile: '设置文件',
	secretsFile: '工作区的密码和密钥文件',
	ranFile: '曾运行端点的列表',
	openingFile: '“启动曾运行的端点”的选择',
	allowedFile: '工作区可用变量的列表',
	viewFile: '工作区的视图',
	defaultsUsed: '使用默认值',
	secretsMissing: '密码和密钥缺失',
	nothingOffered: '不提示启动任何端点',
	nothingStarted: '不启动任何端点',
	askedAgain: '将再次询问',
	shownAsNew: '按新工作区显示',
	nestsTooDeep: '嵌套过深',
	isNotJson: '不是 JSON',
	doesNotFit: '格式不符',
	storedUnreadable: ({ why }) => `无法读取（${why}）`,
};

export const startNotes: Texts<typeof english.startNotes> = {
	storedKept: ({ what, fault, instead, aside }) => `${what}：${fault}。已保留为 ${aside}；${instead}。`,
	storedUntouchable: ({ what, fault, instead, file, why }) =>
		`${what} ${file}：${fault}，并且无法重命名（${why}）；${instead}。`,
	secretsSealed: ({ file, why }) => `工作区的密码和密钥已加密保存在 ${file} 中，此处无法解密：${why}`,
	desktopHasKey: '密钥在桌面应用程序中。',
	unfinishedFiles: ({ file, why }) => `无法移除 ${file} 旁未完成的文件：${why}。`,
	problemOfFile: ({ problem, file }) => `${problem}（文件：${file}）`,
	capturesElsewhere: ({ why, folder }) => `设置中的抓包记录文件夹无法使用（${why}）。抓包记录保存在 ${folder}。`,
	testsMoveLater: '工作区可以保存后，设置中的测试会移入其中。',
	testsMoved: ({ count }) => `设置中的 ${count} 个测试已移入工作区。`,
	testsStay: ({ why }) => `设置中的测试仍留在原处：${why}`,
	environmentUse: ({ variable, by, to }) => `${variable}（${by}，发往 ${to}）`,
	environmentUses: ({ first, rest }) => `${first}、${rest}`,
	usesEnvironment: ({ file, uses }) => `${file} 使用环境变量：${uses}。`,
};
