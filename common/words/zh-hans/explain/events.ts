import type { events as english } from '../../en/explain/events.ts';
import type { Texts } from '../../locale/texts.ts';
import { inspector } from '../inspector.ts';

const { explained } = inspector;

export const events: Texts<typeof english> = {
	listening: { text: explained.listening, next: '连接一个客户端：端点的上下文菜单里有“复制地址”。' },
	open: { text: explained.open, next: '发送一些数据，在“会话”里看双方。' },
	data: {
		text: '这是套接字的一次读取或一次发送，不是一条消息：TCP 会合并和拆分发送的数据。',
		next: '“解码”显示它的字段，“边界”显示读取与消息的差别。',
	},
	endIn: { text: explained.endIn, next: '先应答还没有应答的，再关闭：在此之前连接是半开的。' },
	endOut: { text: explained.endOut, next: '继续读取，直到对端也结束，再关闭：它的应答可能还在途中。' },
	close: { text: explained.close, next: '先关闭的一侧会保留 TIME-WAIT 一段时间（Linux 上是 60 s）。' },
	resetIn: {
		text: explained.resetIn,
		next: '看看紧接在前面的事件：关闭时还有未读字节、向已关闭的对端写入，或者程序崩溃。',
	},
	resetOut: {
		text: explained.resetOut,
		next: '本端关闭时还有未读字节，或设置了“关闭时重置连接”选项，就会发生。',
	},
	error: { text: explained.error, next: '它的文字说明原因和下一步。' },
	note: { text: explained.note, next: '它说明哪里被截断、丢失，或被故障改变。' },
};
