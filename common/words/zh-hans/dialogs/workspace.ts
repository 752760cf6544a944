import type { workspace as english } from '../../en/dialogs/workspace.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';
import { secretNames } from './secret-names.ts';

const { count: written } = localeOf('zh-Hans');

export const workspace: Texts<typeof english> = {
	path: {
		open: {
			title: '打开工作区',
			button: '打开',
			hint: '运行 Wirebench 的机器上名称以 .wirebench.json 结尾的文件。',
		},
		'take-parts': {
			title: '导入其他工作区的部分内容',
			button: '下一步',
			hint: '运行 Wirebench 的机器上名称以 .wirebench.json 结尾的文件。',
		},
		'save-as': {
			title: '工作区另存为',
			button: '保存',
			hint: '位于运行 Wirebench 的机器上。缺少 .wirebench.json 后缀时会自动添加。',
		},
		replace: '替换文件',
	},
	dropped: {
		title: (file) => `如何处理 ${file}？`,
		body: '打开后，它会取代当前工作区（当前工作区会先保存）。也可以只把它的部分内容导入当前工作区。',
		take: '导入部分内容…',
		failed: (file) => `无法打开 ${file}`,
	},
	leave: {
		title: '停止正在运行的端点？',
		body: (names) => `另一个工作区将取代当前工作区。当前工作区会保存，并停止 ${names}。`,
		button: '停止并打开',
		failed: '未能打开工作区',
	},
	folder: {
		title: '文件夹',
		name: '名称',
		hint: '留空：端点按其角色列出。',
		move: '移动',
	},
	environment: {
		title: '允许使用环境变量？',
		body: (title) => `工作区 ${title} 使用本机的环境变量，并会发送它们的值。仅在信任该文件时才允许。`,
		table: '环境变量',
		variable: '变量',
		by: '用于',
		to: '发送到',
		kept: '您的选择保存在本机上。文件使用其他变量或目标时会再次询问。',
		allow: '允许此文件使用',
	},
	parts: {
		kinds: {
			endpoints: '端点',
			payloads: '载荷',
			variables: '变量',
			tests: '测试',
			filters: '过滤器',
			colours: '颜色规则',
			structures: '结构',
		},
		all: '全选',
		none: '全不选',
		allOf: (kind) => `全选：${kind}`,
		noneOf: (kind) => `全不选：${kind}`,
		steps: (count) => `${written(count)} 个步骤`,
		clashOf: (part) => `如何处理 ${part}`,
		keepBoth: '两者都保留',
		replace: (name) => `替换 ${name}`,
		same: '这里已有相同的内容。',
		sameId: (name) => `这里的 ${name} 使用了相同的 ID。`,
		otherValue: '这里有同名变量，但值不同。',
		sameName: '这里已有同名的内容。',
	},
	exportParts: {
		title: '导出工作区的部分内容',
		form: '工作区的组成部分',
		empty: '工作区是空的',
		emptyWhy: '其中没有端点、载荷、变量、测试、过滤器或颜色规则：没有可导出的内容。',
		body: '它们会成为一个独立的工作区文件，不含密码、密码短语和密钥。',
		fileName: (title) => `${title} 部分内容`,
		choosePlace: '导出…',
	},
	takeParts: {
		title: (title) => `导入 ${title} 的部分内容`,
		form: '工作区的组成部分',
		empty: '文件中没有内容',
		emptyWhy: '其中没有端点、载荷、变量、测试、过滤器或颜色规则：没有可导入的内容。',
		body: '它们会添加到现有内容之后，端点保持停止状态。撤销一次即可全部移除。',
		button: '导入',
		buttonOf: (count) => `导入 ${written(count)} 项`,
	},
	secrets: {
		title: '缺少的机密信息',
		body: '文件不含机密信息。输入的内容只保存在本机上；留空的字段仍视为缺少。',
		field: (owner, what) => `${owner}：${what}`,
		ofTest: (test, connection) => `测试 ${test}，连接 ${connection}`,
		what: secretNames,
		environment: (variable) => `或者设置环境变量 ${variable}，然后重新启动 Wirebench。`,
		keep: '保留',
	},
	variables: {
		title: '变量',
		body: {
			before: '消息、应答和测试的模板这样引用变量：',
			between: '。变量保存在工作区文件中：机密信息应放在环境变量中，写作 ',
			after: '。',
		},
		name: (number) => `名称 ${number}`,
		value: (number) => `值 ${number}`,
		remove: (name) => `移除 ${name}`,
		removeUnnamed: (number) => `移除变量 ${number}`,
		add: '添加变量',
		usedBy: (names) => `用于：${names}`,
		twice: (name) => `名称 ${name} 重复使用。`,
		tooLong: (most) => `值最多 ${most} 个字符。`,
	},
};
