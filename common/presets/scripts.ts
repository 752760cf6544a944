/** Scripts of presets. */
export const KEY_VALUE_SCRIPT = `// A small store of texts that all connections share: SET name value, GET name, DEL name, KEYS.
const store = new Map();

function onOpen(connection) {
  connection.send('Welcome. SET name value, GET name, DEL name, KEYS, QUIT\\n');
}

function onMessage(message, connection) {
  const [command, name = '', ...rest] = message.text.trim().split(' ');
  switch (command.toUpperCase()) {
    case 'SET':
      store.set(name, rest.join(' '));
      return connection.send('OK\\n');
    case 'GET':
      return connection.send(store.has(name) ? 'VALUE ' + store.get(name) + '\\n' : 'NONE\\n');
    case 'DEL':
      return connection.send(store.delete(name) ? 'OK\\n' : 'NONE\\n');
    case 'KEYS':
      return connection.send([...store.keys()].sort().join(' ') + '\\n');
    case 'QUIT':
      connection.send('Bye\\n');
      return connection.end();
    default:
      connection.send('What is ' + command + '?\\n');
  }
}
`;

export const CHAT_SCRIPT = `// What one says, all others hear. The first line of a connection is its name.
function others(connection) {
  return connections().filter((other) => other !== connection && other.state.name);
}

function tell(connection, line) {
  for (const other of others(connection)) other.send(line + '\\n');
}

function onOpen(connection) {
  connection.send('Your name?\\n');
}

function onMessage(message, connection) {
  const { state } = connection;
  const line = message.text.trim();
  if (state.name) return tell(connection, state.name + ': ' + line);
  state.name = line || 'somebody';
  connection.send('Hello ' + state.name + ', ' + others(connection).length + ' are here.\\n');
  tell(connection, '* ' + state.name + ' has come');
}

function onClose(connection) {
  if (connection.state.name) tell(connection, '* ' + connection.state.name + ' has gone');
}
`;
