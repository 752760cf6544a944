/** `npm run bench [-- NAME] [OPTIONS]`: measurements, each beside its peer or its limit in the same run. */
import { ensureBuilt } from '../main/hosts/launch/build.mjs';
import { ensureRuntime } from '../main/hosts/launch/runtime.mjs';

const BENCHES = ['echo', 'udp'];

await ensureRuntime();
const [first, ...rest] = process.argv.slice(2);
const named = first !== undefined && !first.startsWith('-');
const names = named ? [first] : BENCHES;
process.argv.splice(2, process.argv.length, ...(named ? rest : process.argv.slice(2)));

if (!named && process.argv.slice(2).some((option) => option !== '--strict')) {
	process.stderr.write(`Options belong to one measurement: name it first, one of ${BENCHES.join(', ')}.\n`);
	process.exit(2);
}
const unknown = names.find((name) => !BENCHES.includes(name));
if (unknown !== undefined) {
	process.stderr.write(`There is no measurement "${unknown}". There are: ${BENCHES.join(', ')}.\n`);
	process.exit(2);
}
try {
	await ensureBuilt();
	for (const name of names) await import(`./${name}.ts`);
} catch (error) {
	process.stderr.write(`${error.stack}\n`);
	process.exitCode = 1;
}
