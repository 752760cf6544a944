/** The JSON Schema of workspace files, as text. Loaded when it is wanted: it is large. */
export async function workspaceSchemaText(): Promise<string> {
	const { default: schema } = await import('../../../docs/workspace.schema.json', { with: { type: 'json' } });
	return `${JSON.stringify(schema, null, 2)}\n`;
}
