import type { lessons as english } from '../../en/dialogs/lessons.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count } = localeOf('zh-Hans');

export const lessons: Texts<typeof english> = {
	title: '课程',
	command: '课程…',
	intro: '每一课都用真实的套接字完成。流量中出现了对应的事件，这一步才算完成。',
	open: (title) => `课程：${title}`,
	all: '全部课程',
	close: '关闭课程',
	minutes: (minutes) => `${count(minutes)} 分钟`,
	done: (done, steps) => `已完成 ${count(done)} / ${count(steps)} 步`,
	finished: '已学完',
	steps: '步骤',
	step: (at, steps, title) => `第 ${count(at)} 步，共 ${count(steps)} 步：${title}`,
	states: { done: '已完成', current: '当前', waiting: '稍后' },
	soFar: (found, wanted) => `目前 ${count(found)} / ${count(wanted)}`,
	soFarConnections: (found, wanted) => `目前 ${count(found)} / ${count(wanted)} 个连接`,
	offers: {
		preset: (name) => `启动 ${name}`,
		filter: '过滤日志',
		explain: '解释',
		views: {
			calls: '查看套接字调用',
			socket: '查看套接字',
			states: '查看 TCP 状态',
			conversation: '查看会话',
		},
	},
	noEndpoint: '本课的端点还不存在：前面的步骤会创建它。',
	program: { python: '你自己的 Python 程序', shell: '在终端中' },
	run: {
		python: '存为 lesson.py，再运行 python3 lesson.py；也可以连同命令一起复制。',
		shell: '粘贴到终端中。',
	},
	copy: '复制',
	copyCommand: '复制为命令',
	copied: '已复制程序',
	notCopied: '程序没有复制成功',
	wrong: '还差一点',
	unknownProgram: '系统没有说明这个连接来自哪个程序：只要不是 Wirebench 自己的连接就算数。',
	failed: '无法检查流量',
	end: '你看到了什么',
	restart: '重新开始',
	next: (title) => `下一课：${title}`,
};
