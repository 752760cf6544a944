import type { structureFaults as english } from '../../en/sentences/structures.ts';
import type { Texts } from '../../locale/texts.ts';

export const structureFaults: Texts<typeof english> = {
	expressionNumber: '这个数的位数太多。',
	expressionQuote: '这个引号没有结尾。',
	expressionEquals: '比较请写 ==。',
	expressionCharacter: ({ character }) => `“${character}”在这里没有意义。`,
	expressionLong: ({ most }) => `表达式最多 ${most} 个字符。`,
	expressionDeep: ({ most }) => `表达式最多嵌套 ${most} 层。`,
	expressionRest: '此处应为运算符，或表达式的结尾。',
	expressionOperand: '此处应为数字、带引号的文本或字段名。',
	expressionExpected: ({ expected }) => `此处应为 ${expected}。`,
	expressionFunction: ({ name, names }) => `没有函数 ${name}()，可以写：${names}。`,
	expressionArguments: ({ name, most }) => `${name}() 的参数个数不对：最多 ${most} 个。`,
	expressionNotNumber: '此处应为数字。',
	expressionNeverEqual: '两边永远不会相等：一边是数字、文本或字节，另一边不是。',
	expressionWantsField: ({ name }) => `${name}() 需要一个字段名。`,
	expressionNoMember: ({ name, names }) => `没有“${name}”，可以写：${names}。`,
	expressionNoField: ({ name }) => `结构中没有字段“${name}”。`,
	expressionNearField: ({ name, near }) => `结构中没有字段“${name}”。是否指 ${near}？`,
	expressionNoVariable: ({ name, names }) => `没有变量“${name}”${names === '' ? '' : `，可以写：${names}`}。`,

	messageCut: ({ structure, field, offset }) =>
		`不是完整的 ${structure} 消息：到偏移 ${offset} 就结束了，还在 ${field} 之内。`,
	messageRest: ({ structure, bytes, offset }) =>
		`不是 ${structure} 消息：它在偏移 ${offset} 结束，之后还有 ${bytes} 个字节。`,
	messageUnexpected: ({ structure, field, offset, expected }) =>
		`不是 ${structure} 消息：偏移 ${offset} 处的 ${field} 应为 ${expected}。`,
	messageChecksum: ({ structure, field, offset, expected }) =>
		`不是 ${structure} 消息：偏移 ${offset} 处的校验和 ${field} 应为 ${expected}。`,
	messageLimit: ({ structure, field, offset }) =>
		`不是 ${structure} 消息：从偏移 ${offset} 处的 ${field} 起，字段数或开销超出读取上限。`,
	messageUnreadable: ({ structure, field, offset }) =>
		`不是 ${structure} 消息：偏移 ${offset} 处的 ${field} 无法读取。`,

	conditionUnmet: ({ condition }) => `${condition} 不成立。`,
	conditionMissing: ({ condition, field }) => `${condition} 不成立：消息中没有 ${field}。`,
	conditionValues: ({ condition, values, offset, bytes }) =>
		`${condition} 不成立：${values}（偏移 ${offset} 处的 ${bytes} 个字节）。`,
	noStructure: ({ name, names }) =>
		names === '' ? `没有可用的结构“${name}”。` : `没有可用的结构“${name}”，可以写：${names}。`,
	composeTwice: '一个应答只能有 reply 或 compose 之一。',
	captureMissing: ({ name, expression }) => `变量 ${name} 没有得到值：${expression} 在这条消息中没有值。`,

	structureUnreadable: ({ why }) => `结构无法读取：${why}`,
	structureUnknownKey: 'Wirebench 不认识这个键。',
	structureOwnId: ({ id }) => `Wirebench 已有 ID 为“${id}”的协议，过滤器用它来指称字段。请给结构换一个 ID。`,
	structureNoFields: '请给结构 fields，或一个 .proto 文本，二者之一。',
	structureNoName: '请为字段命名。',
	structureTwice: ({ name }) => `这里有两个字段“${name}”：只有带条件的字段可以同名。`,
	structureReserved: ({ name }) => `“${name}”是表达式的保留字：请为字段换一个名称。`,
	structureNoType: ({ name, names }) => `没有类型“${name}”${names === '' ? '' : `，可以写：${names}`}。`,
	structureNoEnum: ({ name, names }) => `没有枚举“${name}”${names === '' ? '' : `，可以写：${names}`}。`,
	structureNoField: ({ name, names }) => `没有字段“${name}”${names === '' ? '' : `，可以写：${names}`}。`,
	structureOneOf: ({ keys }) => `请从 ${keys} 中给出一个。`,
	structureEmptyBytes: '请至少给出一个字节。',
	structureScale: '只有不超过 53 比特的整数和不超过 32 比特的浮点数可以有比例，且比例不为 0；标志和枚举没有比例。',
	structureBeyond: ({ least, most }) => `放不下：该字段的值为 ${least} 到 ${most}。`,
	structureBit: ({ bits }) => `该字段有 ${bits} 个比特，第 0 个比特是最低的。`,
	structureManyMembers: ({ most }) => `一个枚举最多 ${most} 个成员。`,
	structureDeep: ({ most }) => `字段最多嵌套 ${most} 层。`,

	ksyNotYaml: ({ line, column }) => `这不是 YAML：请看第 ${line} 行第 ${column} 列。`,
	ksyNoSeq: '这不是带有 seq 列表的 .ksy 文件。',
	ksyOutside: ({ what }) => `未导入：结构没有 ${what}。`,
	ksyExpression: ({ expression, reason }) => `未导入表达式 ${expression}。${reason}`,

	valueMissing: ({ field }) => `请给出 ${field} 的值。`,
	valueNoField: ({ field }) => `结构在此处没有字段 ${field}。`,
	valueNotNumber: ({ field }) => `${field} 应为数字。`,
	valueNotWhole: ({ field }) => `${field} 应为整数。`,
	valueNotText: ({ field }) => `${field} 应为文本。`,
	valueNotBytes: ({ field }) => `${field} 应为十六进制字节。`,
	valueNotGroup: ({ field }) => `${field} 应为对象，其中是各字段的值。`,
	valueNotList: ({ field }) => `${field} 应为列表。`,
	valueBeyond: ({ field, least, most }) => `${field} 应为 ${least} 到 ${most}。`,
	valueNoMember: ({ field, name, names }) => `${field} 不能是“${name}”，可以写：${names}。`,
	valueWritten: ({ field, reason }) => `${field}：${reason}`,
	valueOnly: ({ field, expected }) => `${field} 只能是 ${expected}。`,
	valueSize: ({ field, bytes, expected }) => `${field} 有 ${bytes} 个字节，而结构要求 ${expected} 个。`,
	valueCount: ({ field, count, expected }) => `${field} 有 ${count} 个元素，而结构要求 ${expected} 个。`,
	valueNotComputed: ({ field, expression }) => `无法计算 ${field}：${expression} 在这里没有值。`,
	valueReadBack: ({ field }) => `这条消息再解码时会不同：${field} 会变成别的值。某个长度、终止符或条件与这些值矛盾。`,
	valueLarge: ({ most }) => `一条消息最多 ${most} 个字节。`,
};
