import type { workspaces as english } from '../../en/cli/workspaces.ts';
import type { Texts } from '../../locale/texts.ts';

export const workspaces: Texts<typeof english> = {
	run: {
		summary: '运行工作区文件中的端点',
		description:
			'启动工作区文件中的端点，先服务器后客户端，并像 "listen" 一样输出发生的事件，直到被中断或所有端点都已停止。然后先停止客户端，再停止服务器。有端点无法启动时，运行结束。文件不会被更改；会使用 Wirebench 为它保存的密码和密钥。',
		file: '工作区文件，例如 demo.wirebench.json',
		only: '只运行这些名称或 ID 的端点',
		all: '全部',
		keepGoing: '有端点无法启动时仍运行其他端点；退出码仍取决于它',
		unknown: (name, known) => `工作区没有端点 "${name}"。现有：${known}。`,
		none: '无',
		empty: '工作区没有端点：没有可运行的内容。',
	},
	workspace: {
		summary: '检查、描述、创建和导入工作区文件',
		help: '显示命令的帮助',
		description: '工作区文件的命令（docs/workspace-format.md）。"wirebench run" 启动工作区的端点。',
	},
	check: {
		summary: '指出工作区文件中的问题',
		description:
			'输出每个文件的每个问题，附 JSON 路径和端点名称，以及 Wirebench 不认识的键。所有文件都可以使用时退出码为 0，否则为 2。不会启动或更改任何内容。',
		files: '工作区文件，例如 demo.wirebench.json',
		json: '每个文件输出一个 JSON 对象：file、ok、endpoints、payloads、tests、findings（severity、path、endpoint、message）',
		fine: (file, parts) => `${file} 没有问题：${parts.join('，')}。`,
		unusable: (file, problems) => `${file} 无法使用：${problems} 个问题。`,
		endpoints: (count) => `${count} 个端点`,
		payloads: (count) => `${count} 个载荷`,
		tests: (count) => `${count} 个测试`,
		keptKey: '它会被保留；请检查拼写。',
		missing: (owner, what, path) => `${owner}：${what}（${path}）不在文件中，本机也没有为它保存。`,
		unset: (variable) => `环境变量 ${variable} 没有设置。`,
	},
	schema: {
		summary: '输出工作区文件的 JSON Schema',
		description: '输出工作区文件的 JSON Schema（draft 2020-12），供编辑器和验证工具使用。',
	},
	new: {
		summary: '写出新的工作区文件',
		description: '写出工作区文件，并在旁边写出 JSON Schema，编辑器用它补全和检查。不使用 --preset 时还没有端点。',
		preset: '开始时的端点（见 "wirebench presets"）',
		none: '无',
		name: '工作区的名称（默认：文件的名称）',
		written: (file) => `工作区在 ${file} 中。`,
		schema: (file) => `供编辑器使用的 JSON Schema 在 ${file} 中。`,
		otherSchema: (file) => `${file} 属于另一个版本："wirebench workspace schema -o ${file} --force" 可替换它。`,
	},
	import: {
		summary: '由其他工作区文件或其他程序的文件生成工作区文件',
		description:
			'由以下内容生成工作区：Packet Sender 导出的数据包（JSON 或其 packets.ini）、Toxiproxy 的代理（其配置或其 API 的列表，toxic 转为故障），或者 curl、nc、ncat 和 socat 的命令行（每行一条的文件），并并入其他工作区文件的内容。数据包和请求转为已保存的载荷。无法导入的内容会在标准错误输出中列出。',
		files: '要导入的内容',
		command: "导入一条命令行，例如 --command 'nc -u 127.0.0.1 9999'",
		unknownFile: (file, programs) =>
			`${file} 中既没有 Packet Sender 的数据包，也没有 Toxiproxy 的代理，也没有 ${programs} 的命令行，并且不是工作区。`,
		unknownLine: (line, programs) => `"${line}" 不是 ${programs} 的命令行。`,
		nothing: '没有可导入的内容：请指定文件，或用 --command 指定命令行。',
	},
};
