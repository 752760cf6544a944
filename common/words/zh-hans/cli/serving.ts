import type { serving as english } from '../../en/cli/serving.ts';
import type { Texts } from '../../locale/texts.ts';

export const serving: Texts<typeof english> = {
	serve: {
		summary: '向本机的浏览器提供工作台',
		description:
			'在 127.0.0.1 上提供工作台，直到被中断。输出的第一行是 JSON 对象，含有要打开的地址；其中的令牌只在本次运行中有效。',
		file: '要打开的工作区文件，NAME.wirebench.json；省略时为上次的工作区文件',
		port: '监听的端口；0 由系统选择',
		noOpen: '不在浏览器中打开页面',
		text: '用文字而不是 JSON 输出地址',
		at: (url) => `Wirebench 的地址是 ${url}`,
		toEnd: '按 Ctrl+C 结束。',
		notOpened: (why) => `无法为您打开页面：${why}`,
	},
	capture: '本次运行的抓包记录保存在哪里',
	mcp: {
		summary: '通过 Model Context Protocol 向 AI 智能体提供工作台',
		description:
			'通过标准输入和标准输出使用 Model Context Protocol，直到标准输入结束：智能体可以列出工作区的端点并读取抓包记录。没有 --allow-changes 时不能启动、发送或更改任何内容。每次调用都保存在历史记录中，用 --history 输出。',
		file: '工作区文件，或要读取的抓包记录；省略时为上次的工作区',
		allowChanges: '允许智能体创建、启动、停止和移除端点，发送数据，以及运行测试',
		allowEnvironment: '允许文件使用其中指定的环境变量，包括在模板中使用，智能体可以读取模板产生的字节',
		exports: '智能体可以写入导出文件的唯一文件夹（默认：数据文件夹中的 exports）',
		history: '输出智能体最近的调用，最新的在最后，不提供服务',
		json: '与 --history 一起使用：每次调用输出一个 JSON 对象',
		noCalls: '还没有智能体调用过。',
		fault: (where, error) => `Wirebench：${where} 中的内部错误：${error}`,
	},
};
