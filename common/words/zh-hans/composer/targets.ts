import type { targets as english } from '../../en/composer/targets.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count: written } = localeOf('zh-Hans');

export const targets: Texts<typeof english> = {
	to: '发往',
	hint: '连接，或 udp HOST:PORT',
	list: '目标',
	none: '没有匹配的端点。地址写作 udp HOST:PORT。',
	newEndpoint: '新端点',
	destination: '目的地',
	path: '路径',
	everyConnection: (endpoint, count) =>
		count === 1 ? `${endpoint}：唯一的连接` : `${endpoint}：全部 ${written(count)} 个连接`,
	picked: (endpoint) => `${endpoint}：选中的连接`,
	closed: (connection) => `#${connection}，已关闭`,
	nothing: '还没有可发送的目标：请启动服务器，或在“发往”中输入地址，例如 udp 127.0.0.1:9000。',
	choose: '请选择发送目标。',
	proxy: (name) => `${name} 只转发他人的数据：请选择发送目标。`,
	starting: (name) => `${name} 正在启动…`,
	stopping: (name) => `${name} 正在停止…`,
	start: (name) => `启动 ${name} 后才能发送。`,
	hasClosed: (connection) => `#${connection} 已关闭：请选择发送目标。所写内容会保留。`,
	connecting: (connection) => `#${connection} 仍在连接…`,
	ended: (connection) => `本端已结束 #${connection} 的发送：不能再发送。`,
	noClient: (name) => `${name} 正在等待客户端：还没有可发送的对象。`,
	toFault: (fault) => `发往：${fault}`,
	toForms: (forms) => `发往：请选择发送方式：${forms}。`,
	or: ' 或 ',
	destinationFault: (fault) => `目的地：${fault}`,
	destinationPath: '目的地：请给出套接字的路径。',
	form: '地址写作 udp HOST:PORT、tcp HOST:PORT、tls HOST:PORT、unix PATH 或 unixgram PATH。',
	brackets: 'IPv6 地址要放在方括号中，例如 [::1]:9000。',
	hostAndPort: '请给出主机和端口，例如 127.0.0.1:9000。',
	longHost: (most) => `主机最多 ${most} 个字符。`,
	noPort: '缺少端口，例如 127.0.0.1:9000。',
	badPort: '发送目标的端口是 1 到 65535 的整数。',
};
