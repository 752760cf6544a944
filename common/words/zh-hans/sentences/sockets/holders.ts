import type { holders as english } from '../../../en/sentences/sockets/holders.ts';
import type { Texts } from '../../../locale/texts.ts';

export const holders: Texts<typeof english> = {
	inUseBy: ({ names }) => `已被占用，占用者：${names}`,
	inUseUnseen: '已被占用，系统没有说明占用者',
	bothHold: ({ one, other }) => `${one}、${other}`,
	holderOn: ({ holder, address }) => `${holder}（在 ${address} 上）`,
	otherEndpoint: '这个 Wirebench 的另一个端点',
	thisWirebench: ({ pid }) => `这个 Wirebench（pid ${pid}）`,
	programWithPid: ({ name, pid }) => `${name}（pid ${pid}）`,
	processWithPid: ({ pid }) => `一个进程（pid ${pid}）`,
	processUnnamed: '系统没有给出名称的进程',
	programUnnamed: '系统没有给出名称的程序',
	processOfUser: ({ user }) => `用户 ${user} 的一个进程（系统没有给出 pid）`,
	leftTimeWait: ({ count }) => `${count} 个处于 TIME_WAIT 的已关闭连接`,
	leftFinWait: ({ count }) => `${count} 个对端尚未结束其一侧的已关闭连接（FIN_WAIT2）`,
	leftClosing: ({ count }) => `${count} 个对端尚未确认最后字节或结束的已关闭连接`,
	waitAtMost: ({ seconds }) => `等待最多 ${seconds} s`,
	waitForPeers: '等到对端确认，或系统放弃它们',
	useOtherPort: '请使用其他端口',
	useFreePort: ({ port }) => `请使用空闲的端口 ${port}`,
	otherLocalPort: '请让系统选择本地端口，或选择其他端口',
	stopHolder: ({ instead, port }) => `${instead}，或停止占用 ${port} 的程序。`,
	stopHolderAndWait: ({ instead, port, wait, count }) =>
		`${instead}，或停止占用 ${port} 的程序；之后：${wait}。那 ${count} 个连接会自行释放。`,
	waitForLeft: ({ instead, wait, count }) =>
		`${instead}；或者：${wait}。那 ${count} 个连接会自行释放。不需要停止任何程序。设置 SO_REUSEADDR 的程序（如 Wirebench）不会留下被占用的端口。`,
	unseenTcp: ({ instead }) =>
		`${instead}。可能有程序绑定了它但没有监听，也可能已关闭的连接还会占用它一两分钟（TIME_WAIT）。`,
	unseenUdp: ({ instead }) => `${instead}。可能是其他用户或其他容器的程序在使用它。`,
};
