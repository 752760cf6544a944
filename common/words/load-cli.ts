import type { LoadedLanguage } from './catalogue.ts';
import type { CliWords } from './en-cli.ts';

const LOAD: Readonly<Record<LoadedLanguage, () => Promise<CliWords>>> = {
	'zh-Hans': async () => (await import('./zh-hans-cli.ts')).zhHansCli,
	'zh-Hant': async () => (await import('./zh-hant-cli.ts')).zhHantCli,
};

/** Loads the texts of the command line in a language other than English. */
export function loadCliWords(language: LoadedLanguage): Promise<CliWords> {
	return LOAD[language]();
}
