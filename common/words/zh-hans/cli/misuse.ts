import type { misuse as english } from '../../en/cli/misuse.ts';
import type { Texts } from '../../locale/texts.ts';

export const misuse: Texts<typeof english> = {
	missingArgument: (name) => `错误：缺少参数 '${name}'`,
	missingValue: (option) => `错误：选项 '${option}' 缺少值`,
	missingOption: (option) => `错误：未指定必需的选项 '${option}'`,
	conflict: (one, other) => `错误：选项 '${one}' 不能与选项 '${other}' 同时使用`,
	unknownOption: (option) => `错误：未知选项 '${option}'`,
	unknownCommand: (command) => `错误：未知命令 '${command}'`,
	tooMany: (command, expected, got, list) =>
		`错误：'${command}' 的参数过多。应为 ${expected.replace(/ arguments?$/, '')} 个，实际为 ${got} 个：${list}。`,
	badOption: (option, value, why) => `错误：选项 '${option}' 的值 '${value}' 无效。${why}`,
	badArgument: (value, name, why) => `错误：参数 '${name}' 的值 '${value}' 无效。${why}`,
	choices: (list) => `可选值为 ${list}。`,
	similar: (name) => `（您是不是要用 ${name}？）`,
	similarMany: (names) => `（您是不是要用以下之一：${names}？）`,
};
