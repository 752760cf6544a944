import type { CodeStep, CodeTask } from '../description/program.ts';
import { defineServe, HALF } from './conversation.ts';
import { block, checked, type GoFile } from './file.ts';
import { bytesOf } from './literals.ts';
import { connectionOptions, dialled } from './sockets.ts';

type Client = Exclude<CodeTask, { type: 'serve' | 'ask' }>;

function defineExpect(file: GoFile): void {
	file.import('fmt', 'io');
	file.define('expect', [
		...file.note('expect'),
		...block(
			'func expect(connection net.Conn, expected string) error',
			'received := make([]byte, len(expected))',
			'length, err := io.ReadFull(connection, received)',
			block(
				'if string(received[:length]) != expected',
				'return fmt.Errorf("expected %q, received %q (%v)", expected, received[:length], err)',
			),
			'fmt.Printf("received %q\\n", received)',
			'return nil',
		),
	]);
}

function stepLines(step: CodeStep, file: GoFile): string[] {
	switch (step.type) {
		case 'send':
			file.import('io');
			return checked(`_, err := io.WriteString(connection, ${bytesOf(step.bytes, file)})`);
		case 'receive':
			defineExpect(file);
			return checked(`err := expect(connection, ${bytesOf(step.bytes, file)})`);
		case 'receive-end':
			file.import('errors');
			return block(
				'if length, _ := connection.Read(make([]byte, 1)); length > 0',
				'return errors.New("expected the end, received more")',
			);
		case 'receive-all':
			file.import('io', 'os');
			return [...file.note('untilEnd'), ...checked('_, err := io.Copy(os.Stdout, connection)')];
		case 'wait':
			file.import('time');
			return [`time.Sleep(${step.ms} * time.Millisecond)`];
		case 'end':
			return [...file.note('half'), ...checked(HALF)];
	}
}

/** The lines of a client that sends what a person types. */
export function typed(isStream: boolean, file: GoFile): string[] {
	file.import('bufio', 'fmt', 'io', 'os');
	return [
		'buffer := make([]byte, 65536)',
		'lines := bufio.NewScanner(os.Stdin)',
		...block(
			'for lines.Scan()',
			isStream ? block('if lines.Text() == ""', file.note('emptyLine'), 'continue') : [],
			checked('_, err := io.WriteString(connection, lines.Text())'),
			'length, err := connection.Read(buffer)',
			block(`if ${isStream ? 'length == 0' : 'err != nil'}`, 'return err'),
			'fmt.Printf("%s\\n", buffer[:length])',
		),
		'return lines.Err()',
	];
}

/** The body of the main function of a stream client. */
export function streamClient(task: Client, file: GoFile): string[] {
	const opened = dialled(file);
	if (task.type === 'answer') defineServe(task, file, true);
	else {
		const body =
			task.type === 'type' ? typed(true, file) : [...task.steps.flatMap((step) => stepLines(step, file)), 'return nil'];
		file.define('serve', block('func serve(connection net.Conn) error', 'defer connection.Close()', body));
	}
	file.import('io', 'log');
	return [
		...opened,
		...connectionOptions('log.Fatal(err)', file),
		...block('if err := serve(connection); err != nil && err != io.EOF', 'log.Fatal(err)'),
	];
}
