import type { partErrors as english } from '../../en/sentences/parts.ts';
import type { Texts } from '../../locale/texts.ts';

export const partErrors: Texts<typeof english> = {
	namedPayloadThere: { message: ({ name }) => `载荷 ${name} 已经存在。`, hint: '请选择其他名称，或替换它。' },
	tooManyPayloads: ({ most }) => `一个工作区最多有 ${most} 个载荷。`,
	namedPayloadGone: ({ name }) => `已没有载荷 ${name}。`,
	namedTestThere: { message: ({ name }) => `测试 ${name} 已经存在。`, hint: '请选择其他名称，或替换它。' },
	tooManyTests: ({ most }) => `一个工作区最多有 ${most} 个测试。`,
	namedTestGone: ({ name }) => `已没有测试 ${name}。`,
	takeFewerPayloads: ({ most }) => `一个工作区最多有 ${most} 个载荷：请少取一些。`,
	takeFewerVariables: ({ most }) => `一个工作区最多有 ${most} 个变量：请少取一些。`,
	takeFewerTests: ({ most }) => `一个工作区最多有 ${most} 个测试：请少取一些。`,
	takeFewerFilters: ({ most }) => `一个工作区最多有 ${most} 个过滤器：请少取一些。`,
	takeFewerColours: ({ most }) => `一个工作区最多有 ${most} 条颜色规则：请少取一些。`,
	structureThere: {
		message: ({ id }) => `已有结构 ${id}。`,
		hint: '请换一个 id，或替换它。',
	},
	structureIsProtocol: {
		message: ({ id }) => `Wirebench 已有 ID 为 ${id} 的协议。`,
		hint: '请给结构换一个 ID：过滤器用它来指称字段。',
	},
	tooManyStructures: ({ most }) => `一个工作区最多有 ${most} 个结构。`,
	structureGone: ({ id }) => `结构 ${id} 已不存在。`,
	takeFewerStructures: ({ most }) => `一个工作区最多有 ${most} 个结构：请少取一些。`,
	testWithoutConnection: ({ name, connection }) => `测试 ${name} 已没有连接 ${connection}。`,
};
