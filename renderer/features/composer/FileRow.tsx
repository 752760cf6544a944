import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { useHost } from '../../app/state/host/host.ts';
import { Button } from '../../ui/Button.tsx';
import { NumberField, wholeNumber } from '../../ui/NumberField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from '../../words/index.ts';
import { chooseInHost, type FileSource } from './send-file.ts';
import { useComposer } from './store.ts';

export interface FileRowProps {
	readonly blocked: boolean;
	/** The file is sent as datagrams. */
	readonly datagrams: boolean;
	readonly onSend: (source: FileSource, datagramBytes: number) => void;
}

/** Sends a file unchanged: by its path on the host's machine, or an uploaded one. */
export function FileRow({ blocked, datagrams, onSend }: FileRowProps) {
	const text = useWords().composer.file;
	const file = useComposer((composer) => composer.file);
	const capabilities = useHost((host) => host.info?.capabilities);
	const input = useRef<HTMLInputElement>(null);
	const size = wholeNumber(file.datagramBytes);
	const fits = !datagrams || (size !== undefined && size >= 1 && size <= LIMITS.datagramBytes);
	const change = (patch: Partial<typeof file>) => useComposer.setState({ file: { ...file, ...patch } });
	const off = blocked || !fits;
	const send = (source: FileSource) => {
		if (!off) onSend(source, datagrams ? (size ?? 1) : 1);
	};
	return (
		<form
			className="composer-extra"
			aria-label={text.title}
			onSubmit={(event) => {
				event.preventDefault();
				if (file.path.trim() !== '') send({ path: file.path.trim() });
			}}
		>
			<TextField
				label={text.title}
				mono
				aside={<ExplainButton explains="dialogs.sentFile" />}
				className="composer-inline composer-path"
				placeholder={text.hint}
				value={file.path}
				onChange={(path) => change({ path })}
			/>
			{capabilities?.openDialog ? (
				<Button onClick={() => void chooseInHost((path) => change({ path }))}>{text.choose}</Button>
			) : null}
			{capabilities?.upload ? (
				<>
					<Button aria-disabled={off} onClick={() => (off ? undefined : input.current?.click())}>
						{text.upload}
					</Button>
					<input
						ref={input}
						type="file"
						hidden
						data-testid="send-file"
						onChange={(event) => {
							const chosen = event.target.files?.[0];
							if (chosen !== undefined) send({ file: chosen });
							event.target.value = '';
						}}
					/>
				</>
			) : null}
			{datagrams ? (
				<NumberField
					label={text.datagramBytes}
					aside={<ExplainButton explains="dialogs.datagramBytes" />}
					className="composer-inline"
					min={1}
					max={LIMITS.datagramBytes}
					value={file.datagramBytes}
					onChange={(datagramBytes) => change({ datagramBytes })}
					aria-invalid={!fits || undefined}
				/>
			) : null}
			<Button
				type="submit"
				icon={<FileUp size={13} />}
				aria-disabled={off || file.path.trim() === ''}
				aria-describedby="composer-why"
			>
				{text.send}
			</Button>
		</form>
	);
}
