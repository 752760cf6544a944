import { InvalidArgumentError } from 'commander';
import type { ProxyDirection } from '../../../../common/contract/config/proxy.ts';
import { directed } from './fault-option.ts';

export interface WrittenRewrite {
	readonly directions: readonly ProxyDirection[];
	readonly rule: unknown;
}

/** The syntax of `--rewrite`, for the help and for errors. */
export const REWRITE_HELP =
	'[to-target:|to-client:]s/REGEX/TEMPLATE/[i], with any character for the slashes, as in to-client:s/secret/***/; the template ' +
	'with escapes, {{1}} for a group; an m behind it replaces the whole message';

/** Parses a sed-like rule from the command line. Rejects an invalid one with commander's error. */
export function parseRewrite(text: string): WrittenRewrite {
	const { directions, rest } = directed(text);
	const [command, slash = ''] = rest;
	const [pattern = '', replacement, flags = '', ...more] = rest.slice(2).split(slash);
	const wrong = command !== 's' || slash === '' || replacement === undefined || pattern === '';
	if (wrong || more.length > 0 || !/^(i|m|im|mi)?$/.test(flags)) {
		throw new InvalidArgumentError(`It is ${REWRITE_HELP}.`);
	}
	const rule = {
		match: { type: 'regex', pattern, ignoreCase: flags.includes('i') },
		replace: { format: 'escaped', text: replacement },
		scope: flags.includes('m') ? 'message' : 'matches',
	};
	return { directions, rule };
}
