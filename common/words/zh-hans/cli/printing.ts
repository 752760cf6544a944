import type { printing as english } from '../../en/cli/printing.ts';
import type { Texts } from '../../locale/texts.ts';

export const printing: Texts<typeof english> = {
	json: '每行输出一个 JSON 对象',
	quiet: '不输出数据事件',
	capture: '把抓包记录（pcapng，可用 Wireshark 打开）保存在此文件夹；- 写到标准输出',
	kernel:
		'打印内核对每个套接字的报告（状态、队列、重传的分段、往返时间、窗口、缓冲区、接受队列）以及另一端的程序：打开时、每隔若干毫秒（1000）、结束时',
	name: '端点在输出和抓包记录中的名称',
	charset: '输入、发送、匹配和显示的文本的字符集（默认：UTF-8）',
	whenDiskFails: 'TCP 等待，或者继续并统计丢失的内容',
	segmentSize: '抓包记录超过此大小后写入新文件（256）',
	ring: '只保留抓包记录最新的这么多；最旧的文件会被删除',
	badSegmentSize: '分段大小是 1 到 2047 的整数，单位为 MiB。',
	badRing: '保留大小的单位为 GiB，至少 0.001，例如 0.5。',
	variable: '模板中 {{var NAME}} 的值；可多次使用',
	badVariable: (why) => `应为 NAME=VALUE；${why}`,
	noName: '缺少名称。',
	filter: {
		option: '只输出通过此过滤器的事件，例如 "dir:in len>=100"',
		at: (position, message) => `第 ${position} 个字符：${message}`,
	},
	captureFolder: '抓包记录文件夹，或 pcapng、pcap 文件',
	output: '写到哪里；- 为标准输出',
	force: '替换已有的文件',
	data: '保存设置和抓包记录的位置',
	noCaptureFolder: '--capture 没有指定文件夹。',
	toTerminal: '终端无法显示抓包记录：请用管道传递，例如 "--capture - | wireshark -k -i -"。',
	incomplete: (why) => `抓包记录不完整：${why}`,
	unwritable: (file, code) => `${file} 无法写入（${code}）。`,
	existing: (file) => `${file} 已存在。加上 --force 可替换它。`,
	nothingNamed: (file, path) => `${file}：${path}：这里没有此名称的项。`,
};
