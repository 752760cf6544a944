import type { Command } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { filled, type Lesson, type LessonText } from '../../../../common/lessons/index.ts';
import { findPreset } from '../../../../common/presets/index.ts';
import { explaining } from '../../../../common/words/en/cli/explaining.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { nearest } from '../../../../common/words/near.ts';
import { jsonLines } from '../output/format.ts';
import { stdout } from '../terminal/console.ts';
import { spoken, spokenLanguage } from '../terminal/language.ts';

const words = () => spoken('explaining', explaining).lessons;

/** @throws not-found with the likely name */
function find(id: string, lessons: readonly Lesson[]): Lesson {
	const found = lessons.find((lesson) => lesson.id === id);
	if (found !== undefined) return found;
	const near = nearest(
		id,
		lessons.map((lesson) => lesson.id),
	);
	throw new WirebenchError('not-found', words().unknown(id), {
		hint: near === undefined ? words().all : words().near(near),
	});
}

/** A lesson for a terminal: its steps with their programs. */
function lines(lesson: Lesson): string[] {
	const config = findPreset(lesson.preset)?.config;
	const at = { host: '127.0.0.1', port: config !== undefined && 'port' in config ? (config.port ?? 0) : 0 };
	const language = spokenLanguage();
	const say = (text: LessonText) => filled(text[language], { ...at, endpoint: lesson.preset });
	const steps = lesson.steps.flatMap(({ title, text, program }, i) => [
		'',
		`${i + 1}. ${say(title)}`,
		`   ${say(text)}`,
		...(program === undefined
			? []
			: [
					'',
					...filled(program.code.trimEnd(), { ...at, endpoint: lesson.preset })
						.split('\n')
						.map(indented),
				]),
	]);
	return [say(lesson.title), say(lesson.summary), ...steps, '', say(lesson.end)];
}

const indented = (line: string) => (line === '' ? '' : `       ${line}`);

export function addLessons(program: Command): void {
	program
		.command('lessons')
		.summary(words().summary)
		.description(words().description)
		.argument('[id]', words().id)
		.option('--json', spoken('printing', printing).json)
		.action(async (id: string | undefined, { json }: { json?: boolean }) => {
			// Vite finds the files when it builds: the help is also made of these sources, without it.
			const { lessons } = await import('../lessons/files.ts');
			const chosen = id === undefined ? lessons : [find(id, lessons)];
			const width = Math.max(...lessons.map((lesson) => lesson.id.length));
			if (json) stdout().lines(jsonLines(chosen));
			else if (id === undefined)
				stdout().lines(lessons.map((lesson) => `${lesson.id.padEnd(width)}  ${lesson.title[spokenLanguage()]}`));
			else stdout().lines(chosen.flatMap(lines));
		});
}
