import './cut-text.css';

/**
 * An address or a path that may be wider than its place. It is cut at its start, so that the port and the last name
 * always show; the whole text is in the tooltip.
 */
export function CutText({ text, className = '' }: { readonly text: string; readonly className?: string }) {
	return (
		<span className={`cut-text ${className}`} title={text}>
			<bdi dir="ltr">{text}</bdi>
		</span>
	);
}
