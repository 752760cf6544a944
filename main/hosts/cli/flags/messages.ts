import type { Command } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { ListedMessages } from '../../../../common/contract/config/listed-messages.ts';
import { answering } from '../../../../common/words/en/cli/answering.ts';
import { stored } from '../../../../common/words/en/cli/stored.ts';
import { spoken } from '../terminal/language.ts';
import { parseFraming } from './framing.ts';

const words = () => spoken('stored', stored).show;

/** What `--messages` and `--framing` say. */
export interface MessagesChoice {
	readonly messages?: boolean;
	readonly framing?: Framing;
}

/** Adds `--messages` and `--framing` to a command about a stored capture. */
export function addMessagesOption(command: Command): Command {
	const { framings } = spoken('answering', answering);
	return command
		.option('--messages', words().messages)
		.option('--framing <how>', words().framing(framings), parseFraming);
}

/** The list of messages that the options ask for; undefined for the events. Throws `bad-input` for a framing without messages. */
export function listedBy({ messages = false, framing }: MessagesChoice): ListedMessages | undefined {
	if (!messages && framing !== undefined) throw new WirebenchError('bad-input', words().framingAlone);
	if (!messages) return undefined;
	return framing === undefined ? {} : { framing };
}
