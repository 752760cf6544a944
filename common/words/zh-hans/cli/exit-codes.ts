import type { exitCodes as english } from '../../en/cli/exit-codes.ts';
import type { Texts } from '../../locale/texts.ts';

export const exitCodes: Texts<typeof english> = {
	done: {
		meaning: '已完成，或按要求停止（Ctrl+C、SIGTERM、SIGHUP）；读取方读够后关闭（| head）不算失败',
		of: {
			probe: '至少一个地址已打开',
			owner: '有程序占用该端口',
			doctor: '没有检查失败',
			sequence: '所有步骤都已通过',
			test: '所有测试都已通过',
			ask: '每条消息都得到了应答',
			diff: '两者相同',
			replay: '对端发送的内容与录制的一致',
			'workspace check, structure check': '每个文件都可以使用',
			mcp: '客户端关闭了它那一端',
		},
	},
	failed: {
		meaning: '要求的操作没有完成：无人应答、测试失败、抓包记录无法读取或不完整',
		of: {
			'listen, connect, proxy, run': '端点无法启动，或在运行时失败；抓包记录不完整',
			send: '没有全部发送，或连接失败',
			ask: '有消息没有得到应答',
			sequence: '有步骤失败',
			test: '有测试失败，或没有全部运行',
			generate: '有消息无法发送',
			'show, export': '抓包记录不存在或已损坏：已输出能读取的部分；导出被中断，或文件已存在',
			diff: '两者不同',
			replay: '对端的行为与录制的不同，或没有连接',
			record: '抓包记录无法读取，或文件已存在',
			probe: '没有已打开的地址',
			owner: '没有程序占用该端口',
			doctor: '有检查失败',
			'workspace new, schema, import': '文件已存在',
		},
	},
	usage: {
		meaning: '无法理解：选项、地址、预设、工作区，或者规则、步骤、证书、脚本的文件',
		of: {
			run: '工作区有问题，或没有该名称的端点；没有启动任何端点',
			test: '文件有问题（附路径），或没有该名称的测试；没有启动任何端点',
			mcp: '工作区或抓包记录无法使用；没有提供任何服务',
			diff: '其中一个无法读取或已损坏，或者比较被停止：两者可能相同，也可能不同',
			record: '抓包记录有多个连接而没有选择，或者会话不适合转换成目标形式',
			encode: '某个值或结构有错误；没有输出',
			'workspace check, structure check': '文件有问题，或无法读取',
			'workspace import': '其中没有可以导入的内容',
		},
	},
	output: { meaning: '输出无法写入标准输出或指定的文件：例如磁盘已满', of: {} },
	interrupted: { meaning: '被第二次 Ctrl+C 立即停止', of: {} },
};
