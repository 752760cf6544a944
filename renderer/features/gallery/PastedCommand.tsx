import { configuredAddress } from '../../../common/endpoints/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { faultText } from '../../words/errors.ts';
import { useWords } from '../../words/index.ts';
import type { CommandLine } from './read-command.ts';

interface PastedCommandProps {
	/** Undefined while it is read, and where it cannot be. */
	readonly found: CommandLine | undefined;
	/** Why it was not created. */
	readonly error: string | undefined;
	readonly onCreate: () => void;
}

/** What a command line makes, what of it is left out, and the button that creates it. */
export function PastedCommand({ found, error, onCreate }: PastedCommandProps) {
	const { kinds } = useWords();
	const text = useDialogWords().gallery.command;
	const { endpoints = [], payloads = [] } = found?.workspace ?? {};
	const notes = found?.notes ?? [];
	return (
		<section className="gallery-command" aria-label={text.label}>
			<ul role="status" aria-label={text.made}>
				{endpoints.map((config) => (
					<li key={config.id}>
						{text.endpoint(kinds[config.kind])} <b>{config.name}</b>{' '}
						<span className="mono">{formatSocketAddress(configuredAddress(config))}</span>
					</li>
				))}
				{payloads.map(({ name, text: written }) => (
					<li key={name}>
						{text.payload} <b>{name}</b> <span className="mono gallery-command-text">{written.slice(0, 200)}</span>
					</li>
				))}
				{notes.map((note) => (
					<li key={note.message} className="gallery-command-note">
						{faultText(note)}
					</li>
				))}
			</ul>
			{error === undefined ? null : <p role="alert">{error}</p>}
			{endpoints.length + payloads.length === 0 ? null : (
				<Button variant="primary" onClick={onCreate}>
					{text.create}
				</Button>
			)}
		</section>
	);
}
