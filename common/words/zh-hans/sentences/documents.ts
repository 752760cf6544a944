import type { documentErrors as english } from '../../en/sentences/documents.ts';
import type { Texts } from '../../locale/texts.ts';

const PLACE = '请选择其他位置，或更改那里的权限。';
const FOR_AGENTS =
	'需要由用户操作：在 Wirebench 的窗口中启动端点时会询问；或以 --allow-environment 启动 wirebench mcp，允许文件中列出的和模板发送的全部变量。';

export const documentErrors: Texts<typeof english> = {
	workspaceUnwritable: { message: ({ path, reason }) => `无法写入工作区文件 ${path}：${reason}。`, hint: PLACE },
	viewUnwritable: { message: ({ reason }) => `无法写入窗口所显示的内容：${reason}。`, hint: PLACE },
	usesUnwritable: { message: ({ reason }) => `无法写入工作区可以使用的内容：${reason}。`, hint: PLACE },
	startRanUnwritable: { message: ({ reason }) => `无法写入“启动之前运行的内容”这一选择：${reason}。`, hint: PLACE },
	workspaceFault: ({ path, reason }) => `工作区文件 ${path} 无法使用：${reason}`,
	noWorkspace: ({ what }) => `不是工作区：${what}`,
	notJson: ({ where }) => `不是 JSON：${where}`,
	jsonTooDeep: ({ levels }) => `嵌套超过 ${levels} 层。`,
	jsonEmpty: '文件为空。',
	jsonAtLine: ({ line, column }) => `请查看第 ${line} 行第 ${column} 列。`,
	jsonAtCharacter: ({ character }) => `请查看第 ${character} 个字符。`,
	jsonEndsEarly: '结束得太早，或开头有不属于 JSON 的内容。',
	newerFormat: ({ format, known }) => `由更新版本的 Wirebench 写入（格式 ${format}；此版本读取格式 ${known}）。`,
	workspaceUnreadable: ({ reason }) => `无法读取：${reason}。`,
	lastMissing: '在上次打开的位置找不到了。',
	fileFault: ({ reason }) => `文件：${reason}`,
	leftAsIs: ({ what }) => `工作区文件保持原样，当前内容不会保存。该文件：${what}`,
	notSavedYet: ({ reason }) => `无法保存工作区：${reason}。下次更改时会重试。`,
	changedOnDisk: '其他程序更改了工作区文件。在作出选择之前，不会保存任何内容。',
	socketPathTooLong: {
		message: ({ path, folder }) => `套接字的路径 ${path} 在 ${folder} 中会过长。`,
		hint: '请选择离它更近的文件夹，或给套接字一个绝对路径。',
	},
	noWorkspaceFile: ({ path }) => `没有工作区文件 ${path}。`,
	stopFirst: ({ name }) => `${name} 正在运行：请先停止，再重试。`,
	partsDoNotFit: ({ reason }) => `端点的规则不适用：${reason}`,
	rulesDoNotFit: ({ reason }) => `有规则使用这个结构，请先修改规则。更改后将不再适用：${reason}`,
	structureUsed: ({ id, names }) => `结构 ${id} 正被 ${names} 使用。请先从它们的规则和步骤中移除。`,
	nothingToUndo: '没有可以撤销的操作。',
	nothingToRedo: '没有可以重做的操作。',
	changedSince: ({ what }) => `此后又有其他更改：${what}。`,
	agentMayNotAllow: `智能体不能允许使用环境变量。${FOR_AGENTS}`,
	unconfirmedForAgent: {
		message: ({ what, names }) => `${what} 使用了未经允许的环境变量：${names}。`,
		hint: FOR_AGENTS,
	},
	unconfirmedUse: {
		message: ({ what, names }) => `${what} 使用了未经允许的环境变量：${names}。`,
		hint: '如果信任这个文件，请允许它使用。',
	},
	partGone: '所选的某个部分已不存在。请重新查看并选择。',
	isOpenWorkspace: '这是已打开的工作区：请选择其他文件。',
	wouldStop: ({ names }) => `换用其他工作区会停止正在运行的：${names}。`,
	notSaved: {
		message: ({ reason }) => `当前内容没有保存。${reason}`,
		hint: '请先另存为其他文件，或在端点上方的卡片中作出选择。',
	},
	noSuchProblem: '工作区已没有这个问题。',
	stillNoFile: ({ path }) => `仍然没有文件 ${path}。`,
	workspaceFileThere: { message: ({ path }) => `文件 ${path} 已经存在。`, hint: '请替换它，或选择其他名称。' },
};
