import type { misuse as english } from '../../en/cli/misuse.ts';
import type { Texts } from '../../locale/texts.ts';

export const misuse: Texts<typeof english> = {
	missingArgument: (name) => `錯誤：缺少參數 '${name}'`,
	missingValue: (option) => `錯誤：選項 '${option}' 缺少值`,
	missingOption: (option) => `錯誤：未指定必需的選項 '${option}'`,
	conflict: (one, other) => `錯誤：選項 '${one}' 不能與選項 '${other}' 同時使用`,
	unknownOption: (option) => `錯誤：未知選項 '${option}'`,
	unknownCommand: (command) => `錯誤：未知命令 '${command}'`,
	tooMany: (command, expected, got, list) =>
		`錯誤：'${command}' 的參數過多。應為 ${expected.replace(/ arguments?$/, '')} 個，實際為 ${got} 個：${list}。`,
	badOption: (option, value, why) => `錯誤：選項 '${option}' 的值 '${value}' 無效。${why}`,
	badArgument: (value, name, why) => `錯誤：參數 '${name}' 的值 '${value}' 無效。${why}`,
	choices: (list) => `可選值為 ${list}。`,
	similar: (name) => `（您是不是要用 ${name}？）`,
	similarMany: (names) => `（您是不是要用以下之一：${names}？）`,
};
