import { afterEach, expect, expectTypeOf, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { EndpointKind } from '../../../../common/endpoints/index.ts';
import type { FormPart } from '../../../features/endpoint-form/draft/form-part.ts';
import type { NameDraft } from '../../../features/endpoint-form/draft/parts.ts';
import { FORM_KINDS } from '../../../features/endpoint-form/kinds/table.ts';
import { TooltipProvider } from '../../../ui/Tooltip.tsx';
import { setSession } from '../../state/host/session.ts';
import { fakeHost } from '../../testing/host.fixture.ts';
import { EndpointDialog } from './EndpointDialog.tsx';

interface Draft extends NameDraft {
	readonly tone: string;
}

const KIND = vi.hoisted(() => 'test-pager');

// A kind is added at the places of the recipe that the window needs: the list with its roles, the table of definitions, the table of forms,
// and its words.
vi.mock('../../../../common/endpoints/shared/kinds.ts', async (original) => {
	const { ENDPOINT_KINDS, ROLES } = await original<typeof import('../../../../common/endpoints/shared/kinds.ts')>();
	const roles = { ...ROLES, [KIND]: { transport: 'stream', role: 'server', protocol: 'tcp' } };
	return { ENDPOINT_KINDS: [...ENDPOINT_KINDS, KIND], ROLES: roles };
});

vi.mock('../../../../common/endpoints/table.ts', async (original) => {
	const { ENDPOINTS } = await original<typeof import('../../../../common/endpoints/table.ts')>();
	const { z } = await import('zod');
	const definition = {
		...ENDPOINTS['tcp-server'],
		schema: z.object({ kind: z.literal(KIND), name: z.string().min(1, 'It needs a name.'), tone: z.string() }),
		names: { title: 'Test pager', noun: 'a pager' },
		commandLine: { ...ENDPOINTS['tcp-server'].commandLine, name: 'pager' },
		texts: { name: 'public', tone: 'public' },
		blank: { kind: KIND, name: 'pager', tone: 'high' },
	};
	return { ENDPOINTS: { ...ENDPOINTS, [KIND]: definition } };
});

vi.mock('../../../features/endpoint-form/kinds/table.ts', async (original) => {
	const tables = await original<typeof import('../../../features/endpoint-form/kinds/table.ts')>();
	const { NameField } = await import('../../../features/endpoint-form/fields/AddressFields.tsx');
	const { TextField } = await import('../../../ui/TextField.tsx');
	const form = {
		draft: (config: object) => ({ ...config }),
		input: (draft: object) => ({ ...draft }),
		errors: () => new Map(),
		Fields: (part: FormPart<Draft>) => (
			<>
				<NameField {...part} />
				<TextField label="Tone" value={part.draft.tone} onChange={(tone) => part.change('tone', { tone })} />
			</>
		),
	};
	return { FORM_KINDS: { ...tables.FORM_KINDS, [KIND]: form } };
});

vi.mock('../../../../common/words/en/kinds.ts', async (original) => {
	const { kinds } = await original<typeof import('../../../../common/words/en/kinds.ts')>();
	return { kinds: { ...kinds, [KIND]: 'Test pager' } };
});

vi.mock('../../../../common/words/en/offers.ts', async (original) => {
	const { offers } = await original<typeof import('../../../../common/words/en/offers.ts')>();
	return { offers: { ...offers, kinds: { ...offers.kinds, [KIND]: 'Pages.' } } };
});

const host = fakeHost();
afterEach(() => host.close());

test('a kind added to the tables is offered, edited in its own form, and created', async () => {
	setSession(host.session);
	await render(<EndpointDialog edit={undefined} />, { wrapper: TooltipProvider });
	await page.getByRole('option', { name: /^Test pager/ }).click();
	const name = page.getByLabelText('Name', { exact: true });
	await name.fill('');
	await page.getByRole('button', { name: 'Create', exact: true }).click();
	await expect.element(name).toHaveAccessibleDescription('It needs a name.');
	await name.fill('added');
	await page.getByLabelText('Tone').fill('low');
	await page.getByRole('button', { name: 'Create', exact: true }).click();
	await expect
		.poll(() => host.calls.filter(({ name }) => name === 'endpointCreate').map(({ input }) => input))
		.toEqual([{ config: { kind: KIND, name: 'added', tone: 'low' } }]);
});

test('a table of forms without a kind does not compile', () => {
	const { udp: _, ...rest } = FORM_KINDS;
	expectTypeOf(FORM_KINDS).toExtend<Record<EndpointKind, unknown>>();
	// @ts-expect-error one kind is left out
	const incomplete: typeof FORM_KINDS = rest;
	expect(incomplete).not.toHaveProperty('udp');
});
