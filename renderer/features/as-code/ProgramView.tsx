import { Copy, Download } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { type CodeLanguage, type CodeProgram, codeLanguages, omittedText } from '../../../common/code/index.ts';
import { safeFileName } from '../../../common/payload/file-name.ts';
import { writeClipboard } from '../../app/shared/clipboard.ts';
import { downloadBlob } from '../../app/shared/download.ts';
import { ExplainedSegmented } from '../../app/shared/explain/ExplainedSegmented.tsx';
import { toast, toastError } from '../../app/state/window/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { dialogWords, useDialogWords } from '../../words/dialogs.ts';
import { chosen, useCodeChoice } from './choice.ts';

/** The name of a program's file: words with hyphens, which need no quotes in a shell. */
function fileOf(program: CodeProgram, { extension }: CodeLanguage): string {
	const words = program.name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^-+|-+$/g, '');
	return safeFileName(`${words === '' ? 'program' : words}.${extension}`);
}

function copy(text: string): void {
	writeClipboard(text).then(
		() => toast({ tone: 'info', title: dialogWords().asCode.copied }),
		(error: unknown) => toastError(dialogWords().asCode.notCopied, error),
	);
}

interface ProgramViewProps {
	readonly program: CodeProgram;
	/** Besides the choice of a language. */
	readonly children: ReactNode;
}

/** A program in the chosen language: what it lacks, its text, and how to run it. */
export function ProgramView({ program, children }: ProgramViewProps) {
	const { asCode: text, code } = useDialogWords();
	const choice = useCodeChoice();
	const made = useMemo(() => chosen(choice, program, code), [choice, program, code]);
	const { language, written } = made;
	const file = fileOf(program, language);
	return (
		<div className="as-code">
			<Choices {...made} />
			{children}
			{written === undefined ? (
				<p role="alert" className="as-code-none">
					{text.cannot(language.name)}
				</p>
			) : (
				<>
					{written.omitted.length === 0 ? null : (
						<section className="as-code-omitted" aria-label={text.leftOut}>
							<h3>{text.leftOut}</h3>
							<ul>
								{written.omitted.map((one) => (
									<li key={`${one.code} ${one.params.name}`}>{omittedText(one, code)}</li>
								))}
							</ul>
						</section>
					)}
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls with the keyboard, and its text is selected there */}
					<section className="as-code-text" aria-label={text.program} tabIndex={0}>
						<pre>{written.text}</pre>
					</section>
					<footer className="as-code-foot">
						<span className="as-code-run">
							{text.run} <code>{language.run(file)}</code>
						</span>
						<Button
							icon={<Download size={14} />}
							onClick={() => downloadBlob(new Blob([written.text], { type: 'text/plain' }), file)}
						>
							{text.save(file)}
						</Button>
						<Button variant="primary" icon={<Copy size={14} />} onClick={() => copy(written.text)} autoFocus>
							{text.copy}
						</Button>
					</footer>
				</>
			)}
		</div>
	);
}

type ChoicesProps = Pick<ReturnType<typeof chosen>, 'language' | 'styles' | 'style'>;

function Choices({ language, styles, style }: ChoicesProps) {
	const { asCode: text } = useDialogWords();
	return (
		<div className="as-code-choices">
			<ExplainedSegmented
				label={text.language}
				explains="dialogs.language"
				value={language.id}
				segments={codeLanguages.map(({ id, name }) => ({ value: id, label: name }))}
				onChange={(id) => useCodeChoice.setState({ language: id })}
			/>
			{style === undefined || styles.length < 2 ? null : (
				<ExplainedSegmented
					label={text.style}
					explains="dialogs.language"
					value={style}
					segments={styles.map((value) => ({ value, label: text.styles[value] }))}
					onChange={(value) => useCodeChoice.setState({ style: value })}
				/>
			)}
		</div>
	);
}
