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
};
