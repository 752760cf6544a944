import type { Command } from 'commander';
import { checking } from '../../../../common/words/en/cli/checking.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { selfTests } from '../../../../common/words/en/cli/self-tests.ts';
import { runDoctor } from '../../../app/doctor.ts';
import { stdout } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { errorTexts, spoken } from '../terminal/language.ts';

const words = () => spoken('checking', checking).doctor;
const printingWords = () => spoken('printing', printing);

interface DoctorFlags {
	readonly tls?: boolean;
	readonly json?: boolean;
}

async function examine({ tls = false, json = false }: DoctorFlags): Promise<number> {
	const sound = await runDoctor({
		groups: tls ? ['tls'] : [],
		json,
		speech: { words: spoken('selfTests', selfTests), error: (error) => errorTexts(error).message },
		print: (line) => stdout().lines([line]),
	});
	return sound ? EXIT.done : EXIT.failed;
}

export function addDoctor(program: Command, done: (code: number) => void): void {
	program
		.command('doctor')
		.summary(words().summary)
		.description(words().description)
		.option('--tls', words().tls)
		.option('--json', printingWords().json)
		.action(async (flags: DoctorFlags) => done(await examine(flags)));
}
