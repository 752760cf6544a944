import { constants } from 'node:os';
import type { Command } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { meaningOf, saidBy } from '../../../../common/errno/index.ts';
import {
	drawnPicture,
	EXPLAINED,
	explanationOf,
	likelyTopic,
	pictureOf,
	type Topic,
	topics,
	topicsOf,
} from '../../../../common/explain/index.ts';
import { explaining } from '../../../../common/words/en/cli/explaining.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { type Explain, loadExplain } from '../../../../common/words/load-explain.ts';
import { jsonLines } from '../output/format.ts';
import { stdout } from '../terminal/console.ts';
import { errorTexts, spoken, spokenLanguage } from '../terminal/language.ts';

const words = () => spoken('explaining', explaining);
const printingWords = () => spoken('printing', printing);

/** What is printed about one topic. */
interface Explained {
	/** Group and key, as in `calls.recv`; of an error that only its sentence explains, `errors` and its name. */
	readonly topic: string;
	readonly title: string;
	readonly text: string;
	readonly next: string;
}

/** The name of an error of this system by its number. */
function errnoOf(written: string): string | undefined {
	if (!/^\d{1,5}$/.test(written)) return undefined;
	return Object.entries(constants.errno).find(([, number]) => number === Number(written))?.[0];
}

function explained(topic: Topic, texts: Explain): Explained[] {
	const found = explanationOf(topic, texts);
	if (found === undefined) return [];
	return [
		{ topic: `${topic.group}.${topic.key}`, title: found.title ?? topic.name, text: found.text, next: found.next },
	];
}

/** An error that has no explanation of its own: what its sentence says. */
function explainedError(errno: string): Explained[] {
	const meaning = meaningOf(errno);
	if (meaning === undefined) return [];
	const asked = { verb: 'connect to', target: words().someAddress } as const;
	const { message, hint = '' } = errorTexts({
		message: meaning.sentence(asked),
		details: { hint: meaning.hint(asked), says: saidBy(meaning, asked) },
	});
	return [{ topic: `errors.${errno}`, title: errno, text: message, next: hint }];
}

/** @throws not-found for a name that means nothing here, with the likely one */
function explain(written: string, texts: Explain): Explained[] {
	const name = errnoOf(written) ?? written;
	const found = topicsOf(name).flatMap((topic) => explained(topic, texts));
	const all = found.length > 0 ? found : explainedError(name.toUpperCase());
	if (all.length > 0) return all;
	const near = likelyTopic(written);
	throw new WirebenchError('not-found', words().unknown(written), {
		hint: near === undefined ? words().all : words().near(near),
	});
}

function lines({ topic, title, text, next }: Explained, texts: Explain): string[] {
	const picture = pictureOf(topic);
	const drawn = picture === undefined ? [] : ['', ...drawnPicture(picture, texts.headings), ''];
	return [
		title,
		`  ${text}`,
		...drawn.map((line) => (line === '' ? line : `    ${line}`)),
		...(next === '' ? [] : [`  ${texts.headings.next(next)}`]),
	];
}

/** Every topic by its group. */
function list(texts: Explain): string[] {
	return EXPLAINED.flatMap((group, at) => {
		const names = topics
			.filter((topic) => topic.group === group)
			.map((topic) => explanationOf(topic, texts)?.title ?? topic.name);
		return [...(at === 0 ? [] : ['']), texts.headings.groups[group], ...[...new Set(names)].map((name) => `  ${name}`)];
	});
}

export function addExplain(program: Command): void {
	program
		.command('explain')
		.summary(words().summary)
		.description(words().description)
		.argument('[name...]', words().name)
		.option('--json', printingWords().json)
		.action(async (names: readonly string[], { json }: { json?: boolean }) => {
			const texts = await loadExplain(spokenLanguage());
			const found = names.flatMap((name) => explain(name, texts));
			if (json)
				stdout().lines(jsonLines(names.length > 0 ? found : topics.flatMap((topic) => explained(topic, texts))));
			else if (names.length === 0) stdout().lines(list(texts));
			else stdout().lines(found.flatMap((one, at) => [...(at === 0 ? [] : ['']), ...lines(one, texts)]));
		});
}
