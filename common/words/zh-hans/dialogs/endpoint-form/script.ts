import type { script as english } from '../../../en/dialogs/endpoint-form/script.ts';
import type { Texts } from '../../../locale/texts.ts';

export const script: Texts<typeof english> = {
	answeredBy: '应答方式',
	rules: '规则',
	script: '脚本',
	loading: '正在加载编辑器…',
	limits: {
		timeMs: '每次调用的计算时间（毫秒）',
		memoryMiB: '内存（MiB）',
		outputKiB: '每次调用的输出（KiB）',
	},
	about:
		'脚本独立运行，不能访问文件、网络或本机的任何其他资源。超出限制时，只对该连接停止；内存不足时，对所有连接停止；端点继续运行。按 Ctrl+Space 列出可用的功能。',
	place: (line, column) => `第 ${line} 行，第 ${column} 列`,
	problem: {
		read: (message) => `：${message}`,
		ran: (message) => ` 运行时：${message}`,
	},
};
