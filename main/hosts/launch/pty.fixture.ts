import { type Running, type RunOptions, run } from '../cli/testing/cli.fixture.ts';

/** Runs the words after it in the foreground of a terminal of its own; what it reads is typed there. */
const TERMINAL = 'import os, pty, sys\nsys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))';

/** A program in a new terminal: the terminal's output is its stdout, and what is written to its stdin is typed. */
export function inTerminal(args: readonly string[], { env = {} }: Pick<RunOptions, 'env'> = {}): Running {
	return run('python3', ['-u', '-c', TERMINAL, ...args], { env, input: null });
}

/** Presses Ctrl+C in its terminal. */
export function pressCtrlC(program: Running): void {
	program.child.stdin?.write('\x03');
}
