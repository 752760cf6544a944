/**
 * A complete page with the reason, without script or style of its own: the real page's policy applies here too. Its
 * empty icon keeps the browser from requesting /favicon.ico, which would also be refused.
 */
export function refusalPage(title: string, sentence: string): string {
	return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(title)} - Wirebench</title><link rel="icon" href="data:,"></head>
<body>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(sentence)}</p>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
