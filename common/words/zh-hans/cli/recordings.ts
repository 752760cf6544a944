import type { recordings as english } from '../../en/cli/recordings.ts';
import type { Texts } from '../../locale/texts.ts';

export const recordings: Texts<typeof english> = {
	record: {
		summary: '由录制的会话生成测试或模拟服务器',
		description:
			'把抓包记录中的一个连接写成测试，供 "wirebench test" 使用；或写成工作区，其中的服务器像录制的服务器那样应答，供 "wirebench run" 使用。下次可能不同的部分（日期、ID、长度、校验和、计数器）会列在标准错误输出中，并按 --vary 转为模板和模式。',
		as: '生成什么',
		side: '测试扮演的一方（默认：client）',
		at: '测试连接到哪里，或模拟服务器在哪里监听；tls:// 表示 TLS（默认：录制的服务器所在的位置，TLS 与录制时相同）',
		vary: '哪些部分可变：all、none 或它们的编号，例如 1,3',
		badVary: '应为 all、none 或建议的编号，例如 1,3。',
		mockSide: '模拟的是服务器一方：请去掉 --side，或生成测试。',
		noVarying: (number, known) => `没有可变部分 ${number}：现有 ${known}。`,
		none: '无',
		upTo: (count) => `1 到 ${count}`,
		differ: '下次可能不同的部分（--vary none、all 或它们的编号，例如 1,3）：',
		sentAs: (what) => `发送为 ${what}`,
		expectedAs: (what) => `期望为 ${what}`,
		stays: '保持不变',
		listSeparator: '，',
	},
	replay: {
		summary: '再次发送录制的会话中的一方',
		description:
			'扮演抓包记录中一个连接的客户端或服务器：发送该方发送过的内容，每条消息在对端发送了与录制中同样多的数据后发出，并指出有何不同。退出码 0：没有不同。',
		url: (forms) => `连接到哪里或在哪里监听（默认：录制的服务器所在的位置）：${forms}`,
		as: '扮演的一方',
		rhythm: '在每条消息之前保持录制时的间隔',
		within: '除录制时的间隔外，对端一轮最多可用的时间',
		exact: '也比较每次可能不同的内容，例如日期',
		json: '输出 JSON 对象',
		listening: (address) => `正在 ${address} 上监听`,
	},
	connection: '连接的编号（默认：唯一的连接）',
	badConnection: '应为连接的编号，见 "wirebench show" 的输出。',
	badTime: (most) => `应为毫秒数，1 到 ${most} 的整数。`,
	bytes: (count) => `${count} 字节`,
	noConnection: '抓包记录中没有连接。',
	more: (count) => `以及另外 ${count} 个`,
	choose: (count) => `抓包记录中有 ${count} 个连接：请用 --connection 选择一个。`,
	noAddress: '抓包记录没有说明服务器在哪里：请给出其地址。',
	impossible: (at, why) => `录制的会话无法在 ${at} 进行：${why}`,
};
