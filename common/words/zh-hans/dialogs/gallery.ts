import type { gallery as english } from '../../en/dialogs/gallery.ts';
import type { Texts } from '../../locale/texts.ts';

export const gallery: Texts<typeof english> = {
	search: '搜索：回显、udp、客户端… 或粘贴 curl、nc、socat 的命令行',
	unfinished: (name) => (name === '' ? '有一个表单尚未完成。' : `${name} 尚未完成。`),
	goOn: '继续填写',
	list: '类型和预设',
	found: '搜索结果',
	opens: '打开其表单，',
	starts: '按原样启动，',
	shows: '显示为程序。',
	code: '代码',
	codeTip: '显示为程序（Alt Enter）',
	none: '没有包含所有这些词的条目。',
	unavailable: (why) => `不可用：${why}`,
	startTip: '按原样启动（Ctrl Enter）',
	lessons: {
		title: '课程',
		intro: '刚接触套接字？十二节课，一步步来。',
		open: '打开课程',
		notRead: '未读取课程',
		one: (title) => `课程：${title}`,
	},
	command: {
		source: '命令行',
		label: '由命令行生成',
		made: '生成的内容',
		endpoint: (kind) => `${kind}：`,
		payload: '已保存的载荷：',
		create: '由命令行创建',
		nothing: '无法由它生成任何内容。',
	},
};
