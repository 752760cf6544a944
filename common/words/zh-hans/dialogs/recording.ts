import type { recording as english } from '../../en/dialogs/recording.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count } = localeOf('zh-Hans');

export const recording: Texts<typeof english> = {
	title: (connection) => `将连接 #${connection} 转为可运行`,
	close: '关闭',
	cancel: '取消',
	impossible: '无法转为可运行',
	reading: '正在读取会话…',
	noData: {
		title: '还没有任何一方发送过数据',
		text: '测试、模拟服务器或重放至少需要一条消息。发送消息后再打开此窗口。',
	},
	form: '转成什么',
	becomes: '转成',
	uses: { test: '测试', mock: '模拟服务器', replay: '重放' },
	side: '扮演',
	sides: { client: '客户端', server: '服务器' },
	name: '名称',
	noName: '请输入名称。',
	connectsTo: '连接到',
	listensOn: '监听于',
	verify: '验证服务器的证书',
	rhythm: '按原来的节奏',
	ignoreVarying: '不比较每次可能不同的部分',
	goesOn: '关闭此窗口后仍会继续，可在这里停止。',
	run: '重放',
	stop: '停止',
	turns: '轮次',
	varying: {
		none: '似乎没有会变化的部分：日期、标识符、长度、校验和或计数器。全部保持录制的样子。',
		title: '下一次可能不同的部分',
		count: (vary, all) => `${count(vary)} / ${count(all)} 处会变化，其余保持录制的样子。`,
		all: '全部变化',
		noneVaries: '全部不变',
		more: (more) => `还有 ${count(more)} 处未列出，上面的按钮包括它们。`,
		recorded: '录制',
		sent: '发送',
		expected: '期望',
	},
	leavesOut: (name) => `${name} 省略了一些内容`,
	testsUnlisted: '无法列出测试',
	badServer: '请填写地址和端口，例如 127.0.0.1:8080 或 [::1]:8080，或 Unix 套接字的路径。端口 0：由系统选择。',
	badClient: '请填写地址和端口，例如 127.0.0.1:8080 或 [::1]:8080，或 Unix 套接字的路径。端口为 1 到 65535。',
	notUpdated: '重放的状态不再更新',
	notStopped: '未能停止重放',
	make: { test: '生成测试', mock: '生成模拟服务器', replay: '重放' },
	help: {
		mock: '像录制的服务器那样应答每个请求的服务器。创建后处于停止状态。',
		test: {
			client: '发送客户端发送过的内容，并期望服务器发送过的内容。',
			server: '发送服务器发送过的内容，并期望客户端发送过的内容。',
		},
		replay: {
			client: '逐轮发送客户端发送过的每条消息，并比较服务器发送的内容。',
			server: '逐轮发送服务器发送过的每条消息，并比较客户端发送的内容。',
		},
	},
	state: {
		connecting: '正在连接…',
		starting: '正在开始监听…',
		waiting: (place) => `正在 ${place} 等待客户端…`,
		turn: (turn, turns) => `第 ${turn} / ${turns} 轮…`,
		stopped: '已停止',
		failed: '失败',
		same: '与录制相同',
		different: '与录制不同',
	},
};
