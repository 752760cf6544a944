import { type Command, InvalidArgumentError } from 'commander';
import { charsetLabelFault } from '../../../../common/payload/index.ts';
import { answering } from '../../../../common/words/en/cli/answering.ts';
import { faultText, spoken } from '../terminal/language.ts';

/** The charset of a command's text. */
export interface CharsetChoice {
	/** A label as written. Left out: UTF-8, or the charset that the endpoint or the capture has. */
	readonly charset?: string | undefined;
}

/** A label of a charset, as written. Refuses an unknown one with commander's error, which offers near ones. */
export function parseCharset(label: string): string {
	const fault = charsetLabelFault(label);
	if (fault !== undefined) throw new InvalidArgumentError(faultText(fault));
	return label;
}

/** `--charset`; `what`: what is in it. */
export function addCharsetOption(command: Command, what: string): Command {
	return command.option('--charset <label>', spoken('answering', answering).charset(what), parseCharset);
}
