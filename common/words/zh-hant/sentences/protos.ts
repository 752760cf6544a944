import type { protoErrors as english } from '../../en/sentences/protos.ts';
import type { Texts } from '../../locale/texts.ts';

export const protoErrors: Texts<typeof english> = {
	protoCharacter: ({ line, character }) => `第 ${line} 行：「${character}」在 .proto 文字中沒有意義。`,
	protoEnd: ({ expected }) => `.proto 文字在應為 ${expected} 的地方結束了。`,
	protoExpected: ({ line, expected, found }) => `第 ${line} 行：應為 ${expected}，而不是 ${found}。`,
	protoImport: ({ line, name }) =>
		`第 ${line} 行匯入了「${name}」，匯入的檔案不會讀取。請把其中的訊息放進這個檔案，取代匯入。`,
	protoDeep: ({ line, most }) => `第 ${line} 行：訊息最多巢狀 ${most} 層。`,
	protoType: ({ line, name }) => `第 ${line} 行：檔案中沒有名為 ${name} 的訊息或列舉。`,
	protoMessage: ({ name, names }) => `.proto 文字中沒有訊息 ${name}，可以是 ${names}。`,
};
