import type { Command } from 'commander';
import { misuse } from '../../../../common/words/en/cli/misuse.ts';

/**
 * Ends a command as commander does for an option whose value it refuses: for values that can be checked only once all options are
 * known. It is called before the action.
 */
export function refuse(command: Command, name: string, value: string, why: string): never {
	const flags = command.options.find((option) => option.attributeName() === name)?.flags ?? name;
	command.error(misuse.badOption(flags, value, why), { code: 'commander.invalidArgument' });
}
