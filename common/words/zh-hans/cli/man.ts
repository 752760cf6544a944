import type { man as english } from '../../en/cli/man.ts';
import type { Texts } from '../../locale/texts.ts';

export const man: Texts<typeof english> = {
	manual: '用户命令',
	name: '名称',
	purpose: '套接字工作台：服务器、客户端、代理、抓包记录',
	synopsis: '概要',
	description: '描述',
	options: '选项',
	commands: '命令',
	exitStatus: '退出码',
	meaning: (text) => `${text}。`,
	single: (command, text) => `${command}：${text}。`,
	environment: '环境变量',
	dataFolder: '保存设置、抓包记录、工作区和证书颁发机构的文件夹。',
	files: '文件',
	workspace: '工作区：见 "wirebench workspace" 和 "wirebench run"。',
};
