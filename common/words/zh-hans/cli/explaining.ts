import type { explaining as english } from '../../en/cli/explaining.ts';
import type { Texts } from '../../locale/texts.ts';

export const explaining: Texts<typeof english> = {
	summary: '解释调用、状态、错误、选项、地址、分帧、事件或预设',
	description:
		'用两句话说明它是什么，以及接下来做什么。名称按程序里的写法："recv"、"TIME_WAIT"、"EADDRINUSE" 或它在本系统的编号、' +
		'"SO_REUSEADDR"、"0.0.0.0"、"line-server"。不写名称时列出全部。',
	name: '要解释的名称',
	someAddress: '该地址',
	unknown: (name) => `没有可以解释的名称 "${name}"。`,
	near: (name) => `是不是 ${name}？"wirebench explain" 列出全部。`,
	all: '"wirebench explain" 列出全部。',
	lessons: {
		summary: '列出课程，或打印一课及其程序',
		description:
			'课程在窗口中的流量旁边学习（"wirebench serve"）：抓到的事件表明一步已做到，这一步才算完成。' +
			'不写名称时打印各课的名称和标题；写名称时打印那一课的步骤。',
		id: '课程的名称',
		unknown: (id) => `没有名为 "${id}" 的课程。`,
		near: (id) => `是不是 ${id}？"wirebench lessons" 列出全部。`,
		all: '"wirebench lessons" 列出全部。',
	},
};
