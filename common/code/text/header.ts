import type { CodeWords } from '../description/emitter.ts';
import type { CodeProgram, Omitted } from '../description/program.ts';

/** The sentence for what is left out. */
export function omittedText({ code, params }: Omitted, { omitted }: CodeWords): string {
	return omitted[code](params.name);
}

/** What a program is, in one sentence. */
export function titleOf({ name, place, task }: CodeProgram, words: CodeWords): string {
	const where = 'path' in place ? words.unixPlace(place.path) : words.port(place.host, place.port);
	if (task.type === 'forward') {
		return words.titles.forward(name, where, words.port(task.target.host, task.target.port));
	}
	return words.titles[task.type](name, where);
}

/** The script that a program has in place of answers, as lines of a comment. */
export function scriptLines({ script }: CodeProgram): string[] {
	return script === undefined ? [] : ['', ...script.trimEnd().split('\n')];
}

/** What the program lacks, as lines of a comment; none where it lacks nothing. */
export function omittedLines(omitted: readonly Omitted[], words: CodeWords): string[] {
	return omitted.length === 0 ? [] : [words.leftOut, ...omitted.map((one) => `- ${omittedText(one, words)}`)];
}
