import type { filter as english } from '../en/filter.ts';
import { localeOf } from '../locale/locale.ts';
import type { Texts } from '../locale/texts.ts';

const { count } = localeOf('zh-Hans');

export const filter: Texts<typeof english> = {
	label: '过滤器',
	example: '过滤：dir:in len>=100 "GET /"',
	clear: '清除过滤器',
	clearTip: '清除过滤器，并结束其扫描（Escape）',
	suggestions: '建议',
	saved: (name) => `已保存：${name}`,
	keys: {
		dir: 'in（收）、out（发）或 none（无）',
		endpoint: '端点的名称',
		conn: '连接的编号',
		port: '任一端的端口',
		len: '载荷的字节数，例如 len>=1.5k',
		time: '距第一个事件的时间，例如 time<5s',
		protocol: '载荷解码成的协议，例如 protocol:dns',
		text: '载荷中的文本；加 "引号" 则区分大小写',
		mark: 'yes 或 no：是否有您的标记',
		note: '您的备注中的文本；note:* 表示任意备注',
		hex: '载荷中的字节，例如 hex:0d0a',
	},
	anyNote: '任意备注',
	types: { number: '数字', textual: '文本', bytes: '字节', truth: 'yes 或 no' },
	hint: {
		searched: '会作为文本搜索。您是否想写',
		end: '？',
	},
	faultAt: (position, message, hint) => `第 ${position} 个字符：${message}${hint}`,
	matched: (events, all) => `${count(events)} / ${count(all)}`,
	matchedFirst: (events, all) => `前 ${count(events)} / ${count(all)}`,
	limited: '只有前面的匹配项：数量太多，无法全部保留',
	scan: '抓包记录的扫描进度',
	stopped: (percent) => `已停止在 ${percent} %`,
	resume: '继续扫描',
	stop: '停止扫描',
	stopTip: '停止扫描，保留已找到的内容',
	menu: {
		title: '已保存的过滤器',
		tip: '已保存的和最近的过滤器',
		edit: '保存或编辑过滤器…',
		colours: '颜色规则…',
		saved: '已保存',
		recent: '最近',
	},
};
