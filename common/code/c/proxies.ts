import type { CodeForward } from '../description/program.ts';
import { joined } from '../text/lines.ts';
import { block, type CFile } from './file.ts';
import { defineFail, defineSendAll } from './helpers.ts';
import { announced, boundSocket, connectedToAny, optionLines, resolved } from './sockets.ts';
import { acceptMain } from './stream-server.ts';
import { defineThread, startedThread } from './threads.ts';

/** Lines that wait before something is passed on; `ms`: an expression, or nothing where it never waits. */
function waited(ms: string, file: CFile): string[] {
	if (ms === '') return [];
	file.include('unistd.h');
	return [...file.note('faultDelay'), `usleep(${ms} * 1000);`];
}

/** Defines the function that connects to the target: returns a socket, or -1. */
function defineConnect(transport: 'tcp' | 'udp', { target }: CodeForward, file: CFile): void {
	const names = { host: 'TARGET_HOST', port: 'TARGET_PORT', failed: 'return -1;' };
	const found = resolved({ transport, ...target }, false, file, names);
	file.define(
		'connect_to_target',
		block('static int connect_to_target(void)', found, connectedToAny(file), 'return connection;'),
	);
}

/** The main function of a TCP proxy with two threads a client. */
export function tcpProxy(task: CodeForward, file: CFile): string[] {
	const { toTarget, toClient } = task.delays;
	const waits = toTarget + toClient > 0;
	file.include('stdbool.h', 'sys/socket.h', 'unistd.h');
	defineConnect('tcp', task, file);
	defineSendAll(file);
	file.define('direction', [
		'struct direction {',
		'    int source, destination;',
		...(waits ? ['    useconds_t delay;'] : []),
		'};',
	]);
	file.define('forward', [
		...file.note('forward'),
		...block(
			'static void *forward(void *argument)',
			'const struct direction *direction = argument;',
			'char bytes[65536];',
			'ssize_t received;',
			'bool sent = true;',
			block(
				'while (sent && (received = recv(direction->source, bytes, sizeof bytes, 0)) > 0)',
				waited(waits ? 'direction->delay' : '', file),
				'sent = send_all(direction->destination, bytes, (size_t)received);',
			),
			joined(
				[
					block('if (sent && received == 0)', 'shutdown(direction->destination, SHUT_WR);'),
					block(
						'else',
						file.note('failedForward'),
						'shutdown(direction->source, SHUT_RDWR);',
						'shutdown(direction->destination, SHUT_RDWR);',
					),
				].flat(),
			),
			'return NULL;',
		),
	]);
	const ms = (delay: number): string => (waits ? `, ${delay}` : '');
	defineThread(
		[
			'int target = connect_to_target();',
			...block(
				'if (target >= 0)',
				`struct direction there = {connection, target${ms(toTarget)}}, back = {target, connection${ms(toClient)}};`,
				optionLines('connection', 'target', file),
				file.note('twoThreads'),
				'pthread_t thread;',
				block(
					'if (pthread_create(&thread, NULL, forward, &back) == 0)',
					'forward(&there);',
					'pthread_join(thread, NULL);',
				),
				'close(target);',
			),
			'close(connection);',
		],
		file,
	);
	return acceptMain(task.backlog, startedThread(), file);
}

/** The main function of a UDP proxy with a thread a client. */
export function udpProxy(task: CodeForward, file: CFile): string[] {
	const { delays, idleMs } = task;
	const delay = (ms: number): string[] => waited(ms === 0 ? '' : String(ms), file);
	file.include('pthread.h', 'string.h', 'sys/socket.h', 'sys/time.h', 'unistd.h');
	defineConnect('udp', task, file);
	defineFail(file);
	file.define('client', [
		...file.note('ownSocket'),
		'static struct client {',
		'    int target;',
		'    struct sockaddr_storage peer;',
		'    socklen_t peer_length;',
		'    struct client *next;',
		'} *clients;',
		'static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;',
		'static int server;',
	]);
	file.define('client_of', [
		...file.note('placeOfClient'),
		...block(
			'static struct client **client_of(const struct sockaddr_storage *peer, socklen_t length)',
			'struct client **found = &clients;',
			block(
				'for (; *found != NULL; found = &(*found)->next)',
				'if ((*found)->peer_length == length && memcmp(&(*found)->peer, peer, length) == 0) break;',
			),
			'return found;',
		),
	]);
	file.define('answers', [
		...file.note('pthread'),
		...block(
			'static void *answers(void *argument)',
			'struct client *client = argument;',
			'char bytes[65536];',
			'ssize_t received;',
			file.note('forgotten'),
			`struct timeval limit = {.tv_sec = ${Math.floor(idleMs / 1000)}, .tv_usec = ${(idleMs % 1000) * 1000}};`,
			'setsockopt(client->target, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);',
			block(
				'while ((received = recv(client->target, bytes, sizeof bytes, 0)) >= 0)',
				delay(delays.toClient),
				'if (sendto(server, bytes, (size_t)received, 0, (struct sockaddr *)&client->peer, client->peer_length) < 0) perror("sendto");',
			),
			'perror("recv");',
			'pthread_mutex_lock(&lock);',
			'*client_of(&client->peer, client->peer_length) = client->next;',
			'pthread_mutex_unlock(&lock);',
			'close(client->target);',
			'free(client);',
			'return NULL;',
		),
	]);
	file.define('new_client', [
		...block(
			'static struct client *new_client(const struct sockaddr_storage *peer, socklen_t length)',
			'struct client *client = calloc(1, sizeof *client);',
			'if (client == NULL) fail("calloc");',
			'*client = (struct client){.target = connect_to_target(), .peer = *peer, .peer_length = length};',
			'pthread_t thread;',
			block(
				'if (client->target < 0 || pthread_create(&thread, NULL, answers, client) != 0)',
				'fputs("no socket or no thread for this client\\n", stderr);',
				'exit(EXIT_FAILURE);',
			),
			'pthread_detach(thread);',
			'return client;',
		),
	]);
	const opened = boundSocket('bound', file);
	return block(
		'int main(void)',
		opened,
		'server = bound;',
		announced('bound to', 'server', file),
		block(
			'for (;;)',
			'char bytes[65536];',
			'struct sockaddr_storage peer = {0};',
			'socklen_t peer_length = sizeof peer;',
			file.note('recvfrom'),
			'ssize_t received = recvfrom(server, bytes, sizeof bytes, 0, (struct sockaddr *)&peer, &peer_length);',
			block('if (received < 0)', 'perror("recvfrom");', 'continue;'),
			delay(delays.toTarget),
			'pthread_mutex_lock(&lock);',
			'struct client **place = client_of(&peer, peer_length);',
			'if (*place == NULL) *place = new_client(&peer, peer_length);',
			'if (send((*place)->target, bytes, (size_t)received, 0) < 0) perror("send");',
			'pthread_mutex_unlock(&lock);',
		),
	);
}
