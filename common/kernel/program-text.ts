import type { kernelView } from '../words/en/dialogs/sockets/kernel.ts';

type ProgramWords = Pick<typeof kernelView, 'programNamed' | 'programPid' | 'thisWirebench'>;

/** The program at the other end of a connection. */
interface Program {
	readonly pid: number;
	readonly name?: string | undefined;
	/** The number of that end, where it is a connection of this Wirebench. */
	readonly connection?: number | undefined;
}

/** The program in words: with the connection where it is this Wirebench. */
export function programText({ pid, name, connection }: Program, words: ProgramWords): string {
	if (connection !== undefined) return words.thisWirebench(pid, connection);
	return name === undefined ? words.programPid(pid) : words.programNamed(name, pid);
}
