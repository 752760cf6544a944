import { useRef } from 'react';
import type { TlsFailure } from '../../../../common/contract/base/tls-failure.ts';
import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import { isClient } from '../../../../common/endpoints/index.ts';
import { connectWithTls, trusting } from '../../../app/state/endpoints/tls-actions.ts';
import { toastError } from '../../../app/state/window/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../words/index.ts';
import { nameToAsk, toTrust, withoutVerifying } from './tls-words.ts';

/** Actions after a failed TLS handshake of a client. */
export function TlsActions({ state, failure }: { readonly state: EndpointState; readonly failure: TlsFailure }) {
	const text = useWords().endpointErrors.tls;
	const { id, config } = state;
	const secure = isClient(config.kind) && 'tls' in config && config.tls !== undefined;
	if (!secure || !withoutVerifying(failure.reason)) return null;
	const name = nameToAsk(failure);
	const trust = toTrust(failure);
	return (
		<>
			{name === undefined ? null : (
				<Button onClick={() => void connectWithTls(id, (tls) => ({ ...tls, servername: name }))}>
					{text.askFor(name)}
				</Button>
			)}
			{trust === undefined ? null : (
				<Button onClick={() => void connectWithTls(id, trusting(trust.pem))}>{text[trust.label]}</Button>
			)}
			{failure.reason === 'unknown-authority' || failure.reason === 'self-signed' ? <TrustFile id={id} /> : null}
			<Button onClick={() => void connectWithTls(id, (tls) => ({ ...tls, verify: false }))}>
				{text.withoutVerifying}
			</Button>
		</>
	);
}

/** A file on the window's machine; its certificates become part of the config. */
function TrustFile({ id }: { readonly id: string }) {
	const text = useWords().endpointErrors.tls;
	const input = useRef<HTMLInputElement>(null);
	const use = async (file: File | undefined) => {
		if (file === undefined) return;
		try {
			await connectWithTls(id, trusting(await file.text()));
		} catch (error) {
			toastError(text.notTrusted(file.name), error);
		}
	};
	return (
		<>
			<input
				ref={input}
				type="file"
				hidden
				accept=".pem,.crt,.cer"
				aria-label={text.file}
				onChange={(event) => void use(event.target.files?.[0])}
			/>
			<Button onClick={() => input.current?.click()}>{text.trustFile}</Button>
		</>
	);
}
