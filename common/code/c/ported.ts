import { GREETINGS, type PortedScript } from '../description/ported.ts';
import { joined } from '../text/lines.ts';
import { block, type CFile } from './file.ts';
import { defineSendAll } from './helpers.ts';
import { defineText } from './text.ts';

/** Lines that only one thread at a time runs. */
function locked(file: CFile, ...lines: readonly string[]): string[] {
	return file.style === 'threads'
		? ['pthread_mutex_lock(&lock);', ...lines, 'pthread_mutex_unlock(&lock);']
		: [...lines];
}

function defineLock(why: 'storeLock' | 'chatLock', file: CFile): void {
	if (file.style !== 'threads') return;
	file.include('pthread.h');
	file.define('lock', [...file.note(why), 'static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;']);
}

/** Adds a literal to `reply`. */
const add = (text: string, buffer = 'reply'): string =>
	`append(${buffer}, "${text.replaceAll('\n', '\\n')}", ${text.length});`;

function defineCommands(file: CFile): void {
	file.include('ctype.h');
	file.define('cut', [
		...file.note('cutC'),
		...block(
			'static struct text cut(struct text *rest)',
			'struct text word = *rest;',
			"const char *space = rest->length == 0 ? NULL : memchr(rest->bytes, ' ', rest->length);",
			'if (space != NULL) word.length = (size_t)(space - rest->bytes);',
			'size_t used = word.length + (space != NULL);',
			'if (used > 0) rest->bytes += used;',
			'rest->length -= used;',
			'return word;',
		),
	]);
	file.define('is_command', [
		...file.note('commandC'),
		...block(
			'static bool is_command(struct text text, const char *capitals)',
			'size_t at = 0;',
			block(
				'for (; *capitals != 0; capitals++)',
				'bool is_plain = at < text.length && toupper((unsigned char)text.bytes[at]) == *capitals;',
				'const char *other = *capitals == \'S\' ? "\\305\\277" : *capitals == \'I\' ? "\\304\\261" : NULL;',
				'bool is_other = other != NULL && text.length - at >= 2 && memcmp(text.bytes + at, other, 2) == 0;',
				'if (!is_plain && !is_other) return false;',
				'at += is_plain ? 1 : 2;',
			),
			'return at == text.length;',
		),
	]);
}

function defineStore(file: CFile): void {
	file.define('store', [
		...file.note('store'),
		'static struct entry {',
		'    struct buffer name, value;',
		'} *store;',
		'static size_t stored;',
	]);
	defineLock('storeLock', file);
	file.define('entry_of', [
		...block(
			'static struct entry *entry_of(struct text name)',
			block(
				'for (size_t n = 0; n < stored; n++)',
				'const struct buffer *known = &store[n].name;',
				'if (known->length != name.length) continue;',
				'if (name.length == 0 || memcmp(known->bytes, name.bytes, name.length) == 0) return &store[n];',
			),
			'return NULL;',
		),
	]);
	file.define(
		'set',
		block(
			'static void set(struct text name, struct text value)',
			'struct entry *entry = entry_of(name);',
			block(
				'if (entry == NULL)',
				'store = realloc(store, (stored + 1) * sizeof *store);',
				block('if (store == NULL)', 'perror("realloc");', 'exit(EXIT_FAILURE);'),
				'entry = &store[stored++];',
				'*entry = (struct entry){0};',
				'append(&entry->name, name.bytes, name.length);',
			),
			'entry->value.length = 0;',
			'append(&entry->value, value.bytes, value.length);',
		),
	);
	file.define(
		'forget',
		block(
			'static void forget(struct entry *entry)',
			'free(entry->name.bytes);',
			'free(entry->value.bytes);',
			'*entry = store[--stored];',
		),
	);
	file.define('rank', [
		...file.note('utf16OrderC'),
		...block(
			'static int rank(char byte)',
			'unsigned char code = (unsigned char)byte;',
			'return code == 0xee || code == 0xef ? code + 0x10 : code;',
		),
	]);
	file.define(
		'by_name',
		block(
			'static int by_name(const void *one, const void *other)',
			'const struct buffer *a = &((const struct entry *)one)->name, *b = &((const struct entry *)other)->name;',
			block(
				'for (size_t at = 0; at < a->length && at < b->length; at++)',
				'if (a->bytes[at] != b->bytes[at]) return rank(a->bytes[at]) - rank(b->bytes[at]);',
			),
			'return (a->length > b->length) - (a->length < b->length);',
		),
	);
}

function defineKeyValue(file: CFile): void {
	defineCommands(file);
	defineStore(file);
	file.define(
		'reply_to',
		block(
			'static void reply_to(struct text line, struct buffer *reply)',
			'struct text rest = line, command = cut(&rest), name = cut(&rest);',
			'struct entry *entry = entry_of(name);',
			joined(
				[
					block('if (is_command(command, "SET"))', 'set(name, rest);', add('OK\n')),
					block(
						'else if (is_command(command, "GET") && entry != NULL)',
						add('VALUE '),
						'append(reply, entry->value.bytes, entry->value.length);',
						add('\n'),
					),
					block('else if (is_command(command, "DEL") && entry != NULL)', 'forget(entry);', add('OK\n')),
					block('else if (is_command(command, "GET") || is_command(command, "DEL"))', add('NONE\n')),
					block(
						'else if (is_command(command, "KEYS"))',
						'if (stored > 1) qsort(store, stored, sizeof *store, by_name);',
						block(
							'for (size_t n = 0; n < stored; n++)',
							`if (n > 0) ${add(' ')}`,
							'append(reply, store[n].name.bytes, store[n].name.length);',
						),
						add('\n'),
					),
					block('else if (is_command(command, "QUIT"))', add('Bye\n')),
					block('else', add('What is '), 'append(reply, command.bytes, command.length);', add('?\n')),
				].flat(),
			),
		),
	);
	file.define('answer', [
		...file.note('answerC'),
		...block(
			'static bool answer(int connection, const struct message *message)',
			'struct buffer text = decoded(message->data, message->length), reply = {0};',
			'struct text line = trimmed((struct text){text.bytes, text.length}), rest = line;',
			locked(file, 'reply_to(line, &reply);'),
			'send_all(connection, reply.bytes, reply.length);',
			file.note('half'),
			'if (is_command(cut(&rest), "QUIT")) shutdown(connection, SHUT_WR);',
			'free(text.bytes);',
			'free(reply.bytes);',
			'return true;',
		),
	]);
}

function defineChat(file: CFile): void {
	file.define('members', [
		...file.note('members'),
		'static struct member {',
		'    int connection;',
		'    struct buffer name;',
		'    struct member *next;',
		'} *members;',
	]);
	defineLock('chatLock', file);
	file.define(
		'send_to_others',
		block(
			'static void send_to_others(int connection, const struct buffer *line)',
			block(
				'for (struct member *other = members; other != NULL; other = other->next)',
				'if (other->connection != connection) send_all(other->connection, line->bytes, line->length);',
			),
		),
	);
	file.define('announce', [
		...block(
			'static void announce(const struct member *member, const char *what)',
			'struct buffer line = {0};',
			add('* ', '&line'),
			'append(&line, member->name.bytes, member->name.length);',
			'append(&line, what, strlen(what));',
			'send_to_others(member->connection, &line);',
			'free(line.bytes);',
		),
	]);
	file.define('member_of', [
		...file.note('memberOfC'),
		...block(
			'static struct member **member_of(int connection)',
			'struct member **found = &members;',
			'while (*found != NULL && (*found)->connection != connection) found = &(*found)->next;',
			'return found;',
		),
	]);
	file.define('join', [
		...block(
			'static void join(int connection, struct text name)',
			'struct member *member = calloc(1, sizeof *member);',
			block('if (member == NULL)', 'perror("calloc");', 'exit(EXIT_FAILURE);'),
			'member->connection = connection;',
			'if (name.length > 0) append(&member->name, name.bytes, name.length);',
			`else ${add('somebody', '&member->name')}`,
			'size_t others = 0;',
			'for (struct member *other = members; other != NULL; other = other->next) others++;',
			'char count[32];',
			'snprintf(count, sizeof count, ", %zu are here.\\n", others);',
			'struct buffer hello = {0};',
			add('Hello ', '&hello'),
			'append(&hello, member->name.bytes, member->name.length);',
			'append(&hello, count, strlen(count));',
			'send_all(connection, hello.bytes, hello.length);',
			'free(hello.bytes);',
			'announce(member, " has come\\n");',
			'member->next = members;',
			'members = member;',
		),
	]);
	file.define('hear', [
		...block(
			'static void hear(int connection, struct text line)',
			'const struct member *member = *member_of(connection);',
			block('if (member == NULL)', 'join(connection, line);', 'return;'),
			'struct buffer said = {0};',
			'append(&said, member->name.bytes, member->name.length);',
			add(': ', '&said'),
			'append(&said, line.bytes, line.length);',
			add('\n', '&said'),
			'send_to_others(connection, &said);',
			'free(said.bytes);',
		),
	]);
	file.define('answer', [
		...file.note('answerC'),
		...block(
			'static bool answer(int connection, const struct message *message)',
			'struct buffer text = decoded(message->data, message->length);',
			locked(file, 'hear(connection, trimmed((struct text){text.bytes, text.length}));'),
			'free(text.bytes);',
			'return true;',
		),
	]);
	file.define(
		'leave',
		block(
			'static void leave(int connection)',
			locked(
				file,
				'struct member **place = member_of(connection), *member = *place;',
				...block(
					'if (member != NULL)',
					'*place = member->next;',
					'announce(member, " has gone\\n");',
					'free(member->name.bytes);',
					'free(member);',
				),
			),
		),
	);
}

/** Defines `answer` as the script of a preset answers; returns what a conversation does before and after its messages. */
export function definePorted(script: PortedScript, file: CFile): { before: string[]; after: string[] } {
	defineSendAll(file);
	defineText(file);
	if (script === 'chat') defineChat(file);
	else defineKeyValue(file);
	const greeting = `${GREETINGS[script]}\n`;
	return {
		before: [`if (!send_all(connection, "${greeting.replace('\n', '\\n')}", ${greeting.length})) return;`],
		after: script === 'chat' ? ['leave(connection);'] : [],
	};
}
