import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor uses the window's colour variables, so that it needs no light and dark themes of its own. */
const theme = EditorView.theme({
	'&': { color: 'var(--fg)', backgroundColor: 'var(--bg-input)', fontSize: 'var(--text-s, 12px)', height: '100%' },
	'&.cm-focused': { outline: 'none' },
	'.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.5', overflow: 'auto' },
	'.cm-content': { caretColor: 'var(--fg)', padding: '6px 0' },
	'.cm-cursor': { borderLeftColor: 'var(--fg)' },
	'.cm-gutters': {
		color: 'var(--fg-muted)',
		backgroundColor: 'var(--bg-panel)',
		borderRight: '1px solid var(--line)',
	},
	'.cm-activeLine': { backgroundColor: 'transparent' },
	'.cm-activeLineGutter': { color: 'var(--fg)', backgroundColor: 'transparent' },
	'&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
		backgroundColor: 'var(--bg-selection)',
	},
	'&.cm-focused .cm-matchingBracket': {
		backgroundColor: 'var(--bg-selected)',
		outline: '1px solid var(--line-control)',
	},
	'&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--bg-error)' },
	'.cm-tooltip': {
		color: 'var(--fg)',
		backgroundColor: 'var(--bg-raised)',
		border: '1px solid var(--line-control)',
		borderRadius: '4px',
		boxShadow: 'var(--shadow)',
	},
	'.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', maxHeight: '14em' },
	'.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
		color: 'var(--fg)',
		backgroundColor: 'var(--bg-selected)',
	},
	'.cm-completionDetail': { color: 'var(--fg-muted)', fontStyle: 'normal' },
	'.cm-completionInfo': { maxWidth: '260px', padding: '6px 8px', fontFamily: 'var(--font-ui)' },
	'.cm-diagnostic': { fontFamily: 'var(--font-ui)', padding: '4px 8px' },
	'.cm-diagnostic-error': { borderLeft: '3px solid var(--error)' },
	'.cm-lintRange-error': {
		backgroundImage: 'none',
		textDecoration: 'underline wavy var(--error)',
		textUnderlineOffset: '3px',
	},
	'.cm-lintPoint-error::after': { borderBottomColor: 'var(--error)' },
	'.cm-lint-marker-error': { content: '"●"', color: 'var(--error)', width: '1em' },
});

const colours = HighlightStyle.define([
	{ tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword], color: 'var(--accent)' },
	{ tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--in)' },
	{ tag: [tags.number, tags.bool, tags.null], color: 'var(--out)' },
	{ tag: tags.comment, color: 'var(--fg-muted)', fontStyle: 'italic' },
	{ tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--accent-strong)' },
	{ tag: tags.invalid, color: 'var(--error)' },
]);

export const appearance = [theme, syntaxHighlighting(colours)];
