import type { checking as english } from '../../en/cli/checking.ts';
import type { Texts } from '../../locale/texts.ts';

export const checking: Texts<typeof english> = {
	probe: {
		summary: '探测端口：已打开、已关闭或被过滤',
		description: '连接到主机的每个地址后立即关闭（UDP：发送一个空数据报），并输出结果。有一个地址已打开时退出码为 0。',
		family: '主机名的哪些地址',
		timeout: '等待每个地址的时间',
		noPort: 'Unix 套接字没有端口：请写成 tcp://HOST:PORT 或 udp://HOST:PORT。',
		states: { open: '已打开', closed: '已关闭', unreachable: '不可达', filtered: '被过滤：没有应答' },
		silent: '没有应答：被过滤，或监听的程序不应答',
		after: (address, state, ms) => `${address} ${state}，用时 ${ms} ms`,
	},
	owner: {
		summary: '显示谁占用了本机的端口',
		stop: '结束占用它的进程（SIGTERM）；会先询问',
		yes: '与 --stop 一起使用：不询问',
		process: '一个进程',
		theProcess: '该进程',
		nameless: '一个系统未给出 pid 的进程',
		named: (program, pid) => `${program}（pid ${pid}）`,
		held: (address, by) => `${address} 的占用者：${by}`,
		heldFor: (address, by, user) => `${address} 的占用者：${by}，用户 ${user}`,
		nobody: (address) => `系统没有给出 ${address} 的占用者。`,
		left: (address, what, wait) =>
			`没有进程占用 ${address}，占用它的是：${what}；${wait}。设置了 SO_REUSEADDR 的程序现在就可以绑定它。`,
		cannotAsk: '无法询问：用 --yes 表示可以停止它。',
		noPid: '无法停止 pid 未知的进程。',
		question: (program, pid) => `停止 ${program}（pid ${pid}）？`,
	},
	doctor: {
		summary: '检查 Wirebench 需要的本机和运行环境的功能',
		description:
			'每项检查输出一行：正常、此处不支持及其影响，或失败。所有检查都在环回接口上运行。没有检查失败时退出码为 0。桌面应用用 --doctor-tls 运行同样的检查。',
		tls: '只检查 TLS：版本、加密套件、ALPN、SNI、证书、会话（默认：所有检查）',
	},
	presets: {
		summary: '列出现成的端点',
		json: '输出它们的完整配置，每行一个 JSON 对象',
		unavailable: (why) => ` 不可用：${why}`,
	},
	ca: {
		summary: '输出或导出 Wirebench 自己的证书颁发机构的证书',
		description:
			'Wirebench 为 TLS 生成的证书由它自己的证书颁发机构签发，该机构在首次需要时创建。信任该机构就信任这些证书。',
		export: '写到文件，代替标准输出',
		data: '证书颁发机构的数据文件夹（默认：应用的数据文件夹）',
		written: (file) => `证书在 ${file} 中。`,
		how: '要信任它："curl --cacert FILE"、"openssl s_client -CAfile FILE"、Python 的 ssl.create_default_context(cafile=FILE)，或在需要期间把它加入系统或浏览器信任的证书颁发机构。',
		kept: (file) => `证书和密钥保存在 ${file} 中。`,
	},
	interfaces: {
		summary: '列出本机的网络接口及其地址',
		broadcast: (address, broadcast) => `${address}（广播 ${broadcast}）`,
		internal: (name) => `${name}（仅限本机）`,
	},
	scriptApi: '以 TypeScript 声明输出 --script 的脚本可以使用的内容',
	completions: {
		summary: '输出 bash、zsh 或 fish 的自动补全脚本',
		description:
			'输出一个脚本，shell 用它补全命令、选项、预设和文件。bash：在 ~/.bashrc 中写 "source <(wirebench completions bash)"；zsh：在 ~/.zshrc 中 compinit 之后写同样的内容；fish：在 config.fish 中写 "wirebench completions fish | source"。',
		shell: '哪种 shell',
	},
	help: {
		summary: '说明一个命令，或所有退出码',
		description: '输出一个命令的帮助，或退出码表（"wirebench help exit-codes"）。',
		words: '一个命令，或 exit-codes',
		man: '输出手册页，例如 "wirebench help --man | man -l -"',
		unknown: (command, topics) => `没有命令 "${command}"：见 "wirebench help"。除命令外的主题：${topics}。`,
	},
};
