import type { protoErrors as english } from '../../en/sentences/protos.ts';
import type { Texts } from '../../locale/texts.ts';

export const protoErrors: Texts<typeof english> = {
	protoCharacter: ({ line, character }) => `第 ${line} 行：“${character}”在 .proto 文本中没有含义。`,
	protoEnd: ({ expected }) => `.proto 文本在应为 ${expected} 的地方结束了。`,
	protoExpected: ({ line, expected, found }) => `第 ${line} 行：应为 ${expected}，而不是 ${found}。`,
	protoImport: ({ line, name }) =>
		`第 ${line} 行导入了“${name}”，导入的文件不会读取。请把其中的消息放进这个文件，代替导入。`,
	protoDeep: ({ line, most }) => `第 ${line} 行：消息最多嵌套 ${most} 层。`,
	protoType: ({ line, name }) => `第 ${line} 行：文件中没有名为 ${name} 的消息或枚举。`,
	protoMessage: ({ name, names }) => `.proto 文本中没有消息 ${name}，可以是 ${names}。`,
};
