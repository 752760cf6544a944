import type { runErrors as english } from '../../en/sentences/runs.ts';
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
