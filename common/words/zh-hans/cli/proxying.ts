import type { proxying as english } from '../../en/cli/proxying.ts';
import type { Texts } from '../../locale/texts.ts';

export const proxying: Texts<typeof english> = {
	summary: '转发客户端与目标之间的通信，可按需加入故障',
	description:
		'监听，为每个客户端连接到目标，转发双方的数据，并输出双方的每个事件和每个字节，直到被中断。最后一行统计已接收、已存入抓包记录和被丢弃的事件。',
	listen: 'tcp://HOST:PORT 或 udp://HOST:PORT（IPv6 写作 [::1]）；端口 0 由系统选择',
	target: 'tls:// 表示该侧使用 TLS；tcp://HOST:PORT，监听 UDP 时为 udp://HOST:PORT',
	repeated: (forms) => `可多次使用：${forms}`,
	interactive: '运行时用标准输入的行更改故障：写法同上的一个故障会替换同类的故障；"clear"；"clear FAULT"',
	seed: '随机决定由此种子产生（默认 1）',
	framingOut: (forms) => `目标发送的数据如何切分，与 --framing 不同时使用：${forms}`,
	idle: 'udp：静默这么久的客户端会被移除（默认 60000）',
	sides: '代理的两侧都是 tcp:// 或 tls://，或者都是 udp://。',
	idleForUdp: 'TCP 客户端在关闭之前一直存在：--idle 用于 udp://。',
	faults:
		'[to-target:|to-client:]NAME=VALUE[,MORE=VALUE…]，不写方向则为双向：' +
		'latency=MS[,jitter=MS]、bandwidth=BYTES_PER_SECOND、slicer=BYTES[,variation=BYTES][,delay=MS]、' +
		'corrupt=SHARE[,per=message]、drop=SHARE、duplicate=SHARE、reorder=SHARE[,distance=N]、slow-close=MS、' +
		'half-open[=BYTES]、timeout=MS、reset[=BYTES][,after=MS]、limit-data=BYTES、close-after=MS；每个都可加 ' +
		'[,toxicity=SHARE]，只作用于这一比例的连接。SHARE 写作 0.05 或 5%',
	noFault: (name, forms) => `没有故障 "${name}"。应为 ${forms}。`,
	noSetting: (fault, key, forms) => `故障 ${fault} 没有 "${key}"。应为 ${forms}。`,
	badFault: (written, why, forms) => `"${written}"：${why} 应为 ${forms}。`,
	rewrite:
		'[to-target:|to-client:]s/REGEX/TEMPLATE/[i]，斜杠可换成任意字符，例如 to-client:s/secret/***/；模板可用转义，' +
		'{{1}} 表示分组；末尾加 m 则替换整条消息',
	badRewrite: (form) => `应为 ${form}。`,
};
