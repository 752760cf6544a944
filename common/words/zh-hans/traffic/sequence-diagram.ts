import type { sequenceDiagram as english } from '../../en/traffic/sequence-diagram.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count } = localeOf('zh-Hans');

export const sequenceDiagram: Texts<typeof english> = {
	title: '时序图',
	noConnection: {
		title: '还没有连接',
		text: '请启动服务器，再打开连到它的客户端：双方之间的收发画在这里，每个事件一个箭头。',
	},
	noMatch: {
		title: '没有符合的连接',
		text: '通过过滤器的前几个事件不属于任何连接。',
	},
	clearFilter: '清除过滤器',
	nonePicked: { title: '未选择连接', action: '自动选择', text: '请至少选择一个。' },
	nothing: { title: '这些参与方之间没有收发', text: '新事件会显示在这里。' },
	peer: '对端',
	peerOf: (connection) => `#${connection} 的对端`,
	party: (endpoint, address) => `${endpoint}，${address}`,
	loading: (row) => `第 ${count(row)} 行…`,
	bytes: (length) => `${count(length)} 字节`,
	picker: {
		label: '图中的连接',
		find: '查找连接',
		placeholder: '地址、端点或 #编号',
		close: '关闭连接列表',
		more: (connections) => `还有 ${count(connections)} 个：请输入地址的一部分。`,
		automatic: '按选择和过滤器',
	},
	shown: (shown, all) => `显示 ${count(shown)} / ${count(all)} 个连接`,
	pick: '选择',
	unshown: (why) => `无法显示时序图：${why}`,
	left: (parties, others) =>
		`显示了 ${count(parties)} 个参与方，另有 ${count(others)} 个连接未显示。请选择要看的连接。`,
};
