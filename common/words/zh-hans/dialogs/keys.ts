import type { keys as english } from '../../en/dialogs/keys.ts';
import type { Texts } from '../../locale/texts.ts';

export const keys: Texts<typeof english> = {
	title: '键盘',
	list: '按键',
	places: {
		everywhere: {
			where: '任何位置',
			keys: {
				Escape: '关闭对话框或菜单',
			},
		},
		endpoints: {
			where: '端点',
			keys: {
				'↑ ↓ Home End': '选择',
				'→ ←': '显示、隐藏连接',
				Enter: '启动或停止',
				C: '连接一个客户端',
				P: '在前面放置代理',
				'Ctrl C': '复制地址',
				E: '编辑（停止时）',
				'Alt ↑, Alt ↓': '上移、下移',
				Delete: '移除；在连接上：关闭',
				'Menu, Shift F10': '更多命令',
			},
		},
		log: {
			where: '日志',
			keys: {
				'↑ ↓ Page Up Page Down': '选择事件',
				'Shift ↑ ↓, Ctrl A': '选择多行；全选',
				'← →': '逐个单元格移动',
				Home: '第一个事件',
				End: '最后一个事件，并跟随',
				'Menu, Shift F10': '单元格和所选行的命令',
				'F, X': '按单元格过滤、排除',
				'Ctrl C': '将所选行复制为文本',
				T: '时间：时刻、自第一个事件起、自上一行起',
				P: '预览：文本、十六进制、两者',
				Enter: '转到其字节；按 Escape 返回',
				M: '标记事件，或取消标记',
				N: '为事件添加备注',
				C: '比较：与下一个按 C 或点击的消息比较',
			},
		},
		columns: {
			where: '日志的列',
			keys: {
				'← →': '下一列',
				'Shift ← →': '变窄、变宽；双击边缘可适应内容',
				'Alt ← →': '移动列',
				'Enter, Menu': '有哪些列，以及它们显示什么',
				Delete: '隐藏',
			},
		},
		inspector: {
			where: '检查器',
			keys: {
				'Ctrl F': '在字节中查找；Enter、Shift Enter：下一个、上一个',
				'Ctrl G': '转到偏移，例如 0x1000、4096、+16 或 −16；16..31 表示选择',
				'Ctrl C': '以十六进制复制所选内容',
				Escape: '返回字节，然后返回日志',
			},
		},
		comparison: {
			where: '比较',
			keys: {
				'F8, N; F7, P': '下一处、上一处差异',
				I: '忽略选中的字节或差异',
				S: '对调两方',
				'↑ ↓ Page Up Page Down Home End': '滚动',
			},
		},
		connections: {
			where: '连接的比较',
			keys: {
				'↑ ↓ Page Up Page Down Home End': '选择一对连接，或其中的一条消息',
				Enter: '在一对上：转到其消息；在消息上：并排显示字节',
				Escape: '从字节返回连接；否则关闭',
			},
		},
		diagram: {
			where: '时序图',
			keys: {
				'↑ ↓ Page Up Page Down Home': '选择事件',
				End: '最后一个事件，并跟随',
				Enter: '转到其字节',
			},
		},
		timeline: {
			where: '时间线',
			keys: {
				'← →, Home End': '移动；按住 Shift 选择范围',
				Enter: '按选中的范围过滤，或选择该处的事件',
				'+ −, 0': '放大、缩小、显示全部',
				'Page Up Page Down': '放大时：更早、更晚',
				Escape: '清除范围',
			},
		},
		conversation: {
			where: '会话',
			keys: {
				'↑ ↓ Page Up Page Down': '移动并选择事件',
				'Shift ↑, Shift ↓': '选择多个事件',
				'Home, End': '到开头；到末尾，并跟随',
				'Ctrl F': '在会话中查找；Shift Enter 反向查找',
				'Ctrl C': '复制选中内容',
				Enter: '转到事件的字节',
			},
		},
		filter: {
			where: '过滤器',
			keys: {
				Enter: '应用，并转到日志',
				'↑ ↓, Enter, Tab': '选择建议',
				'↑': '最近的过滤器；按 ↓ 返回',
				Escape: '清除：返回选中的事件',
			},
		},
		composer: {
			where: '编辑器',
			keys: {
				'Enter, Ctrl Enter': '发送',
				'Shift Enter': '换行',
				'↑ ↓': '更早、更晚的消息（从第一行或最后一行）',
				'Alt H': '把消息按十六进制或按文本读取',
				'Alt R': '重复发送消息',
				'Alt .': '停止正在进行的发送',
				'Alt 1 … Alt 9': '发送已保存的载荷，无论焦点在何处',
			},
		},
	},
};
