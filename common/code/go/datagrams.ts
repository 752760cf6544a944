import { FIRST_STATE } from '../../contract/config/first-state.ts';
import type { CodeAnswers, CodeStep, CodeTask } from '../description/program.ts';
import { hasStates, uses } from '../description/uses.ts';
import { answerLines, ruleLines, type Sending, usesName } from './answers.ts';
import { block, checked, type GoFile } from './file.ts';
import { bytesOf, stringOf } from './literals.ts';
import { dialled, listening } from './sockets.ts';
import { typed } from './stream-client.ts';
import { writeCall, writeToCall } from './values.ts';

const BUFFER = 'buffer := make([]byte, 65535)';

/** Values of which a datagram has none. */
function absent(answers: CodeAnswers): string[] {
	const names = (['eol', 'head'] as const).filter((name) => uses(answers, name));
	return names.length === 0 ? [] : [`var ${names.join(', ')} []byte`];
}

function server(task: Extract<CodeTask, { type: 'serve' }>, file: GoFile): string[] {
	const opened = listening('socket', 'Packet', file);
	const sending: Sending = { send: (reply) => writeToCall(reply, file), end: [], reset: [] };
	const counts = uses(task, 'n');
	if (hasStates(task)) file.omissions.add('states');
	const rules = task.rules.map((rule) => ({ ...rule, when: undefined, next: undefined }));
	const body = [...(counts ? ['number++'] : []), ...ruleLines(rules, sending, file)];
	const isRead = usesName(body, 'data');
	file.define(
		'serve',
		block(
			'func serve(socket net.PacketConn) error',
			BUFFER,
			absent(task),
			counts ? ['number := 0'] : [],
			block(
				'for',
				file.note('recvfrom'),
				`${isRead ? 'length' : '_'}, ${usesName(body, 'peer') ? 'peer' : '_'}, err := socket.ReadFrom(buffer)`,
				block('if err != nil', 'return err'),
				isRead ? ['data := buffer[:length]'] : [],
				body,
			),
		),
	);
	file.import('fmt', 'log', 'net');
	return [...opened, 'fmt.Println("bound to", socket.LocalAddr())', 'log.Fatal(serve(socket))'];
}

function asking(task: Extract<CodeTask, { type: 'ask' }>, file: GoFile): string[] {
	file.import('errors', 'fmt', 'io', 'os', 'time');
	const tries = task.repeats + 1;
	file.constant('messages', ['[]string{', ...task.messages.map((one) => `\t${bytesOf(one, file)},`), '}']);
	const leave = tries > 1 ? ['break'] : ['continue'];
	const once = [
		...checked('_, err := io.WriteString(connection, message)'),
		...file.note('noAnswer'),
		...checked(`err := connection.SetReadDeadline(time.Now().Add(${task.timeoutMs} * time.Millisecond))`),
		'length, err := connection.Read(buffer)',
		...block('if err == nil', 'fmt.Printf("%q\\n", buffer[:length])', leave),
		...block('if !errors.Is(err, os.ErrDeadlineExceeded)', file.note('refused'), 'fmt.Println(err)', leave),
		'fmt.Println("no answer")',
	];
	return [
		BUFFER,
		...block(
			'for _, message := range messages',
			tries > 1 ? block(`for tries := ${tries}; tries > 0; tries--`, once) : once,
		),
		'return nil',
	];
}

function talking(steps: readonly CodeStep[], file: GoFile): string[] {
	const receives = steps.some(({ type }) => type === 'receive' || type === 'receive-all');
	file.import('io');
	if (receives) file.import('fmt');
	return [
		...(receives ? [BUFFER] : []),
		...steps.flatMap((step) => {
			if (step.type === 'send') {
				return checked(`_, err := io.WriteString(connection, ${bytesOf(step.bytes, file)})`);
			}
			if (step.type !== 'receive' && step.type !== 'receive-all') return [];
			return block(
				'if length, err := connection.Read(buffer); err == nil',
				'fmt.Printf("%q\\n", buffer[:length])',
			).flatMap((line) => (line === '}' ? ['} else {', '\treturn err', '}'] : [line]));
		}),
		'return nil',
	];
}

function clientLines(task: Exclude<CodeTask, { type: 'serve' }>, file: GoFile): string[] {
	switch (task.type) {
		case 'ask':
			return asking(task, file);
		case 'answer': {
			file.import('fmt');
			const leave = ['return nil'];
			const sending: Sending = { send: (reply) => writeCall(reply, file), end: leave, reset: leave };
			const counts = uses(task, 'n');
			return [
				...absent(task),
				...(hasStates(task) ? [`state := ${stringOf(FIRST_STATE)}`] : []),
				...(counts ? ['number := 0'] : []),
				...(task.onOpen === undefined ? [] : answerLines(task.onOpen, sending, file)),
				BUFFER,
				...block(
					'for',
					'length, err := connection.Read(buffer)',
					block('if err != nil', 'return err'),
					'data := buffer[:length]',
					counts ? ['number++'] : [],
					'fmt.Printf("%q\\n", data)',
					ruleLines(task.rules, sending, file),
				),
			];
		}
		case 'talk':
			return talking(task.steps, file);
		case 'type':
			return typed(false, file);
	}
}

/** The body of the main function of a datagram program. */
export function datagrams(task: CodeTask, file: GoFile): string[] {
	if (task.type === 'serve') return server(task, file);
	const opened = dialled(file);
	file.define(
		'talk',
		block('func talk(connection net.Conn) error', 'defer connection.Close()', clientLines(task, file)),
	);
	file.import('log');
	return [...opened, ...block('if err := talk(connection); err != nil', 'log.Fatal(err)')];
}
