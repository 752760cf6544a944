import type { steps as english } from '../../en/explain/steps.ts';
import type { Texts } from '../../locale/texts.ts';

export const steps: Texts<typeof english> = {
	send: {
		title: '发送',
		text: '在连接上发送这些字节，如同 sendall。使用模板时，步骤运行时才填入值。',
		next: '接着放一个等待应答的步骤。',
	},
	'send-fields': {
		title: '发送字段',
		text: '发送由字段组成的已知协议的消息；长度和校验和由程序计算。',
		next: '在日志中查看字节，看各字段的位置。',
	},
	expect: {
		title: '等待接收',
		text: '等到接收的内容匹配；超时或收到别的内容时失败。确切的字节边到达边比较，与读取如何切分无关。',
		next: '把应答的一部分存为变量，之后再发回去。',
	},
	'expect-end': {
		title: '等待结束',
		text: '等待对端的 FIN：recv 会返回零字节。之前还有字节到达，步骤就失败。',
		next: '服务器从不关闭时，改用“关闭”。',
	},
	wait: {
		title: '等待',
		text: '在这段时间内什么也不做。期间到达的内容留给后面的步骤。',
		next: '最好等待某个内容：固定等待不是太长就是太短。',
	},
	end: {
		title: '结束发送',
		text: '结束发送方向：shutdown(SHUT_WR)，即 FIN。仍可接收应答。',
		next: '之后等待应答：有些服务器这时才应答。',
	},
	close: {
		title: '关闭',
		text: '关闭连接的两个方向。还有未读的字节时，发出的是 RST 而不是 FIN。',
		next: '关闭之前，先接收还会到达的内容。',
	},
	reset: {
		title: '重置',
		text: '用 RST 结束连接：对端得到 ECONNRESET。可以看出服务器如何应付突然消失的客户端。',
		next: '下一步重新连接，确认服务器仍然应答。',
	},
	open: {
		title: '连接',
		text: '打开测试的一个连接，或在关闭之后重新打开。没有这一步时，第一个用到它的步骤会打开它。',
		next: '打开两个连接，测试客户端是否同时得到服务。',
	},
	accept: {
		title: '接受连接',
		text: '等到有客户端连接测试的服务器，然后测试与这个客户端通信。',
		next: '在这一步等待时启动你自己的程序。',
	},
	branch: {
		title: '分支',
		text: '接收一次，然后执行第一个匹配的情形中的步骤；都不匹配时执行最后那些步骤。',
		next: '服务器可能有几种应答时使用它。',
	},
	repeat: {
		title: '循环',
		text: '重复执行其中的步骤若干次，或直到某个期望匹配。',
		next: '轮次变量让每条消息各不相同。',
	},
	leave: {
		title: '离开循环',
		text: '跳出所在的循环，继续执行后面的步骤。',
		next: '把它放在分支的某个情形里。',
	},
};
