/**
 * A whole page that says why, without script or style of its own: the policy of the real page holds here too. Its empty icon
 * keeps the browser from asking for /favicon.ico, which would be refused as well.
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
