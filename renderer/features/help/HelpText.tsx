import Markdown, { type MarkdownToJSX } from 'markdown-to-jsx/react';
import { memo, type ReactNode } from 'react';
import type { HelpPlace } from '../../app/state/window/help.ts';
import { pictureAt, placeOf } from './place.ts';

interface HelpTextProps {
	/** Markdown. */
	readonly text: string;
	/** The document that the text is of: links are relative to it. */
	readonly document: string;
	readonly onOpen: (place: HelpPlace) => void;
}

/**
 * A part of a document. A link to another document opens it here; any other address is shown beside its words. Its Markdown is
 * not parsed again, nor its pictures made again, while something is typed into the search.
 */
export const HelpText = memo(function HelpText({ text, document, onOpen }: HelpTextProps) {
	const link = ({ href = '', children }: { readonly href?: string; readonly children?: ReactNode }) => {
		const place = placeOf(href, document);
		if (place !== undefined)
			return (
				<button type="button" className="help-link" onClick={() => onOpen(place)}>
					{children}
				</button>
			);
		return /^https?:/.test(href) ? (
			<>
				{children} (<code>{href}</code>)
			</>
		) : (
			children
		);
	};
	const picture = ({ src = '', alt = '' }: { readonly src?: string; readonly alt?: string }) => {
		const address = pictureAt(src, document);
		return address === undefined ? alt : <img src={address} alt={alt} />;
	};
	const options: MarkdownToJSX.Options = {
		forceBlock: true,
		disableParsingRawHTML: true,
		overrides: { a: { component: link }, img: { component: picture }, pre: { component: Scrolled } },
	};
	return <Markdown options={options}>{text}</Markdown>;
});

/** A block of code that scrolls by itself, by keyboard too. */
function Scrolled({ children }: { readonly children?: ReactNode }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling element must be reachable by keyboard
		<pre tabIndex={0}>{children}</pre>
	);
}
