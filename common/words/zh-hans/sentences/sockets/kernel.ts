import type { kernelNotes as english } from '../../../en/sentences/sockets/kernel.ts';
import type { Texts } from '../../../locale/texts.ts';

export const kernelNotes: Texts<typeof english> = {
	kernelElsewhere: ({ system }) => `Wirebench 只能在 Linux 和 macOS 上读取系统对套接字的报告，在 ${system} 上不能。`,
	kernelLibraryMissing: ({ name, reason }) => `往返时间、窗口和缓冲区要用 ${name} 包读取，但无法加载它：${reason}`,
	kernelSocketGone: '系统在本进程中没有这对地址的打开的套接字：它刚刚被关闭。',
	kernelNoAddress: '系统还没来得及报告对端的地址，对端就已离开：无法找到它的套接字。',
	kernelAlike: ({ count }) => `到此路径的 ${count} 个连接两端名称都相同：系统无法区分它们。`,
	kernelSharedSocket: 'UDP 没有连接：该端点的所有对端共用这个套接字。',
	kernelNoListenLimit: '没有 getsockopt(TCP_INFO)，就无法得知接受队列的上限。',
	kernelNoListenQueue: ({ program }) => `接受队列要用程序 ${program} 读取，但它没有报告这个套接字。`,
	kernelDarwinBuffers: 'macOS 会报告队列和窗口，但不报告它们占用的内存。',
	programElsewhere: ({ address }) => `${address} 是另一台机器，从这里看不到它的程序。`,
	programUnseen: '另一端在本机上，但系统没有给出它的程序：可能属于其他用户，或在另一个容器中。',
	programClosed: '另一端的程序已关闭其套接字；连接由系统收尾。',
	programNoAddress: '另一端没有可用来查找其程序的地址。',
	programLibraryMissing: ({ name, reason }) => `Unix 套接字另一端的程序要用 ${name} 包查找，但无法加载它：${reason}`,
	programNoDatagrams: '系统不报告 Unix 数据报套接字另一端是哪个程序。',
};
