import type { coding as english } from '../../../en/cli/programs/coding.ts';
import type { Texts } from '../../../locale/texts.ts';

export const coding: Texts<typeof english> = {
	summary: '把端点写成 Python 等语言的程序',
	description:
		'打印一个可以运行的程序，它做的事与预设或文件中的端点相同，注释使用消息的语言。程序没有做到的，在开头列出。' +
		'本命令的 --language 有两种用法：zh-Hans 这样的标签是消息和注释的语言，其他值是程序的语言。',
	what: '一个预设（见 "wirebench presets"），或一个文件：工作区，或 JSON 格式的端点配置；与 --connection 一起用时是抓包记录',
	endpoint: '工作区中的哪个端点，用名称或 id 指定（默认：唯一的那个）',
	connection: '不用端点，而用抓包记录中这个连接的客户端',
	payload: '代替端点：发送工作区中这个载荷的程序，按名称',
	test: '代替端点：工作区中这个测试的客户端，按名称；有差异时以 1 结束',
	to: '载荷发往哪里，或带有规则文件的服务器在哪里监听：tcp、udp 或 unix',
	noPayload: (name, known) => `工作区没有载荷“${name}”。它有：${known}。`,
	noTest: (name, known) => `其中没有测试“${name}”。它有：${known}。`,
	language: '程序的语言',
	style: (list) => `程序如何等待多件事：${list}（默认：该语言的第一种）`,
	choose: (names) => `请用 --endpoint 指定工作区中的一个端点：${names}。`,
	noEndpoint: (name, known) => `工作区中没有端点 "${name}"。有：${known}。`,
	notWorkspace: '--endpoint 用于工作区：这个文件是一个端点的配置。',
	nothing: (name) => `没有叫 "${name}" 的预设或文件。用 "wirebench presets" 列出预设；文件请写成 ./${name}。`,
	noStyle: (language, style, known) => `${language} 没有风格 "${style}"。有：${known}。`,
	cannot: (language, style) => `无法用 ${language}（${style}）写出：请选择另一种风格或语言。`,
};
