import { InvalidArgumentError } from 'commander';
import type { ProxyDirection } from '../../../../common/contract/config/proxy.ts';
import { proxying } from '../../../../common/words/en/cli/proxying.ts';
import { spoken } from '../terminal/language.ts';
import { directed } from './fault-option.ts';

const words = () => spoken('proxying', proxying);

export interface WrittenRewrite {
	readonly directions: readonly ProxyDirection[];
	readonly rule: unknown;
}

/** Parses a sed-like rule from the command line. Rejects an invalid one with commander's error. */
export function parseRewrite(text: string): WrittenRewrite {
	const { directions, rest } = directed(text);
	const [command, slash = ''] = rest;
	const [pattern = '', replacement, flags = '', ...more] = rest.slice(2).split(slash);
	const wrong = command !== 's' || slash === '' || replacement === undefined || pattern === '';
	if (wrong || more.length > 0 || !/^(i|m|im|mi)?$/.test(flags)) {
		throw new InvalidArgumentError(words().badRewrite(words().rewrite));
	}
	const rule = {
		match: { type: 'regex', pattern, ignoreCase: flags.includes('i') },
		replace: { format: 'escaped', text: replacement },
		scope: flags.includes('m') ? 'message' : 'matches',
	};
	return { directions, rule };
}
