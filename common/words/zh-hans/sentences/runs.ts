import type { runErrors as english, stepFailures as failuresEnglish } from '../../en/sentences/runs.ts';
import type { Texts } from '../../locale/texts.ts';

export const runErrors: Texts<typeof english> = {
	generatorClosed: ({ target }) => `到 ${target} 的连接在生成器发送时被关闭。`,
	generatorBusy: '已有生成器在这个连接上发送：请先停止它。',
	generatorMissing: '没有这次生成器运行：它可能已被丢弃。',
	ledgerOfProxy: ({ name }) => `${name} 是代理：请在它后面的程序上做丢失报告。`,
	fewerRandomBytes: '上一条发送的消息中的随机字节少于预期。',
	testNeedsNoProxy: ({ name }) => `${name} 是代理：测试在 setup 中使用它，并用客户端连接到它。`,
	noEndpointNamed: ({ name }) => `工作区中没有端点 ${name}。`,
	severalEndpointsNamed: ({ name }) => `有多个端点名为 ${name}：请写其中一个的 ID。`,
	inStep: ({ number, reason }) => `步骤 ${number}：${reason}`,
	rulesStopped: '端点已停止。',
	patternGivenUp: ({ bytes, time }) =>
		`模式在 ${time} 后仍未处理完一条 ${bytes} 字节的消息，已放弃。请简化其正则表达式，或切分出更短的消息。`,
	ruleGivenUp: ({ rule, bytes, time }) =>
		`规则 ${rule} 在 ${time} 后仍未处理完一条 ${bytes} 字节的消息，已放弃。请简化其正则表达式，或切分出更短的消息。`,
	interpreterMissing: ({ reason }) => `无法加载脚本解释器：${reason}`,
};

export const stepFailures: Texts<typeof failuresEnglish> = {
	unexpectedBytes: '收到了没有步骤期望的字节。',
	noEndWithin: ({ within }) => `对端没有在 ${within} 内结束。`,
	neededRemoved: '测试需要的一个工作区端点已被移除。',
	notStarted: ({ name, errno, reason }) => `${name} 未能启动：${errno}${reason}`,
	listensNoMore: ({ server }) => `${server} 已不再监听。`,
	connectedAlready: '已经连接：请先关闭。',
	notConnected: '尚未连接：在此步骤之前需要一个 open 步骤。',
	connectionGone: '连接已不存在。',
	clientCannotAccept: '客户端不接受连接：请使用 open。',
	noConnectionYet: '还没有连接。',
	serverCannotOpen: '服务器不主动连接：请使用 accept。',
	nobodyConnected: ({ within }) => `在 ${within} 内没有客户端连接。`,
	moreThanKept: '收到的内容超过了一个步骤保留的上限，其中没有期望的内容。',
	endedBefore: '连接在此之前已结束。',
	nothingWithin: ({ within }) => `在 ${within} 内没有收到任何内容。`,
	noDatagramWithin: ({ within }) => `在 ${within} 内没有收到符合的数据报。`,
	noCaseWithin: ({ bytes, within }) => `在 ${within} 内收到 ${bytes} 字节，但不符合任何情况。`,
	onlyWithin: ({ bytes, within }) => `在 ${within} 内只收到 ${bytes} 字节。`,
	somethingElse: '收到了其他内容。',
	innerStepFailed: '其中一个步骤失败。',
	roundFailed: ({ round }) => `在第 ${round} 轮，其中一个步骤失败。`,
	runTakesSteps: ({ most }) => `一次运行最多执行 ${most} 个步骤。`,
	metInEachRound: ({ rounds }) => `在 ${rounds} 轮中，每一轮都收到了使其继续的内容。`,
	metInNoRound: ({ rounds }) => `在 ${rounds} 轮中，没有一轮收到它等待的内容。`,
	testTookLonger: ({ within }) => `测试用时超过 ${within}。`,
};
