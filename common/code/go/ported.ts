import { GREETINGS, type PortedScript } from '../description/ported.ts';
import type { CodeAnswers } from '../description/program.ts';
import { escapedRow, WHITE_SPACE } from '../text/white-space.ts';
import { block, type GoFile } from './file.ts';
import { messageLoop } from './framing.ts';

/** What bytes are as text: as the decoders of the Web read them. */
function defineText(file: GoFile): void {
	file.import('strings', 'unicode/utf8');
	file.define('spaces', [
		...file.note('whiteSpace'),
		...WHITE_SPACE.map((row, at) => (at === 0 ? `const spaces = "${escapedRow(row)}" +` : `\t"${escapedRow(row)}"`)),
	]);
	file.define('decoded', [
		...file.note('decodedUtf8'),
		...block(
			'func decoded(data []byte) string',
			'var text strings.Builder',
			block(
				'for len(data) > 0',
				'one, size := utf8.DecodeRune(data)',
				block(
					'if one == utf8.RuneError && size == 1',
					block('for size < len(data) && !utf8.FullRune(data[:size+1])', 'size++'),
				),
				'text.WriteRune(one)',
				'data = data[size:]',
			),
			'return text.String()',
		),
	]);
}

function defineClient(script: PortedScript, file: GoFile): void {
	file.import('io', 'net');
	file.define('client', [
		...file.note('portedClient'),
		...(script === 'chat'
			? block('type client struct', 'connection net.Conn', 'name       string')
			: block('type client struct', 'connection net.Conn')),
	]);
	file.define('send', [
		...block(
			'func (one *client) send(text string)',
			file.note('cannotSend'),
			'_, _ = io.WriteString(one.connection, text)',
		),
	]);
}

/** Defines what the goroutines share, and its lock. */
function defineShared(what: 'store' | 'members', variable: string, why: 'storeLock' | 'chatLock', file: GoFile): void {
	file.import('sync');
	file.define(what, [...file.note(what), variable, '', ...file.note(why), 'var lock sync.Mutex']);
}

function defineKeyValue(file: GoFile): void {
	file.import('sort', 'unicode/utf16');
	defineShared('store', 'var store = map[string]string{}', 'storeLock', file);
	file.define('before', [
		...file.note('utf16Order'),
		...block(
			'func before(name, other string) bool',
			'a, b := utf16.Encode([]rune(name)), utf16.Encode([]rune(other))',
			block('for at := 0; at < len(a) && at < len(b); at++', block('if a[at] != b[at]', 'return a[at] < b[at]')),
			'return len(a) < len(b)',
		),
	]);
	const found = (...then: readonly string[]): string[] => [
		...block('if _, found := store[name]; !found', 'return "NONE\\n"'),
		...then,
	];
	const cases: readonly (readonly [string, readonly string[]])[] = [
		['SET', ['store[name] = value', 'return "OK\\n"']],
		['GET', found('return "VALUE " + store[name] + "\\n"')],
		['DEL', found('delete(store, name)', 'return "OK\\n"')],
		[
			'KEYS',
			[
				'names := make([]string, 0, len(store))',
				...block('for one := range store', 'names = append(names, one)'),
				'sort.Slice(names, func(a, b int) bool { return before(names[a], names[b]) })',
				'return strings.Join(names, " ") + "\\n"',
			],
		],
		['QUIT', ['return "Bye\\n"']],
	];
	const indentedCase = (head: string, lines: readonly string[]): string[] => [
		head,
		...lines.map((line) => `\t${line}`),
	];
	file.define(
		'answer',
		block(
			'func answer(command, name, value string) string',
			'lock.Lock()',
			'defer lock.Unlock()',
			block('switch strings.ToUpper(command)').slice(0, -1),
			cases.flatMap(([name, lines]) => indentedCase(`case "${name}":`, lines)),
			'}',
			'return "What is " + command + "?\\n"',
		),
	);
	file.define(
		'hear',
		block(
			'func (one *client) hear(text string)',
			'command, rest, _ := strings.Cut(strings.Trim(text, spaces), " ")',
			'name, value, _ := strings.Cut(rest, " ")',
			'one.send(answer(command, name, value))',
			block(
				'if strings.ToUpper(command) == "QUIT"',
				file.note('half'),
				'one.connection.(interface{ CloseWrite() error }).CloseWrite()',
			),
		),
	);
}

function defineChat(file: GoFile): void {
	defineShared('members', 'var members = map[*client]bool{}', 'chatLock', file);
	file.define(
		'sendToOthers',
		block(
			'func (one *client) sendToOthers(line string)',
			block('for other := range members', block('if other != one', 'other.send(line + "\\n")')),
		),
	);
	file.import('fmt');
	file.define(
		'hear',
		block(
			'func (one *client) hear(text string)',
			'lock.Lock()',
			'defer lock.Unlock()',
			'line := strings.Trim(text, spaces)',
			block('if one.name != ""', 'one.sendToOthers(one.name + ": " + line)', 'return'),
			'one.name = line',
			block('if line == ""', 'one.name = "somebody"'),
			'one.send(fmt.Sprintf("Hello %s, %d are here.\\n", one.name, len(members)))',
			'one.sendToOthers("* " + one.name + " has come")',
			'members[one] = true',
		),
	);
	file.define(
		'leave',
		block(
			'func (one *client) leave()',
			'lock.Lock()',
			'defer lock.Unlock()',
			block('if members[one]', 'delete(members, one)', 'one.sendToOthers("* " + one.name + " has gone")'),
		),
	);
}

/** The body of the function of a stream server for one connection that the script of a preset serves. */
export function portedConversation(script: PortedScript, answers: CodeAnswers, file: GoFile): string[] {
	defineText(file);
	defineClient(script, file);
	if (script === 'chat') defineChat(file);
	else defineKeyValue(file);
	return [
		'one := &client{connection: connection}',
		`one.send("${GREETINGS[script]}\\n")`,
		...(script === 'chat' ? ['defer one.leave()'] : []),
		...messageLoop(answers, ['one.hear(decoded(data))'], file),
	];
}
