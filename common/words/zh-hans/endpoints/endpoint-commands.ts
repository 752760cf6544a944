import type { endpointCommands as english } from '../../en/endpoints/endpoint-commands.ts';
import type { Texts } from '../../locale/texts.ts';

export const endpointCommands: Texts<typeof english> = {
	connectClient: '连接一个客户端',
	proxy: '在前面放代理…',
	copyAddress: '复制地址',
	edit: '编辑…',
	stopFirst: '请先停止',
	faults: '故障…',
	rules: '规则…',
	live: '实时',
	charset: '字符集…',
	framing: '消息…',
	options: '选项…',
	loadTest: '负载测试…',
	lossReport: '丢失报告…',
	asCode: '写成代码…',
	duplicate: '创建副本',
	folder: '文件夹…',
};
