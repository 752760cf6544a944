import type { Command } from 'commander';
import { authorityOf } from '../../../app/folders/authority.ts';
import { defaultDataFolder } from '../../../app/folders/data-folder.ts';
import { writeTextFile } from '../output/text-file.ts';
import { say, stdout } from '../terminal/console.ts';

interface CaOptions {
	readonly export?: string;
	readonly data?: string;
}

const HOW =
	'To trust it: "curl --cacert FILE", "openssl s_client -CAfile FILE", Python\'s ssl.create_default_context(cafile=FILE), ' +
	'or add it to the trusted authorities of the system or the browser for as long as you need it.';

/** Prints or writes the certificate of Wirebench's authority; its key never leaves its file. */
async function exportAuthority({ export: path, data = defaultDataFolder() }: CaOptions): Promise<void> {
	const authority = authorityOf(data);
	const pem = await authority.certificate();
	if (path === undefined) stdout().lines(pem.trimEnd().split('\n'));
	else await writeTextFile(path, pem.endsWith('\n') ? pem : `${pem}\n`, { replace: true });
	say(`${path === undefined ? '' : `The certificate is in ${path}. `}${HOW}`);
	if (authority.file !== undefined) say(`Certificate and key are kept in ${authority.file}.`);
}

export function addCa(program: Command): void {
	program
		.command('ca')
		.summary("print or export the certificate of Wirebench's own authority")
		.description(
			'Certificates that Wirebench makes for TLS are signed by an authority of its own, which is made when it is first ' +
				'wanted. Who trusts it trusts them.',
		)
		.option('--export <file>', 'write it to a file in place of stdout')
		.option('--data <dir>', 'data folder of the authority (default: that of the application)')
		.action(exportAuthority);
}
