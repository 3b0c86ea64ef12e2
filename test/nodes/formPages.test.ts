import type { IDataObject, INode, IWorkflowBase } from 'n8n-workflow';
import { execute } from '../support/engine';
import { credentialStore } from '../support/credentialStore';
import { templateOf } from '../support/templates';

const evil = `<img src=x onerror="alert(1)"> & 'it' $& <script>`;

const changed = { version: 2, changes: [{ inWords: evil }], warnings: [evil] };

const logged = {
	...{ version: 1, changedAt: '2026-03-01T10:00:00.000Z', changedBy: evil, inWords: evil },
	...{ reason: evil, restoredFrom: null },
};

const side = {
	...{ orders: 1, parcels: 1, parcelsPerOrder: 1 },
	...{ distance: { kmPerParcel: null }, unfillable: { orders: 0 } },
};
const replayed = {
	...{ actual: side, inForce: side, draft: side },
	hubs: [{ hub: evil, actual: side, inForce: side, draft: side }],
};

const node = (name: string, type: string, parameters: IDataObject = {}): INode => ({
	...{ id: name, name, type: `n8n-nodes-base.${type}`, position: [0, 0] as [number, number] },
	typeVersion: type === 'if' ? 2.2 : 1,
	parameters: parameters as INode['parameters'],
});

const to = (...names: readonly string[]) => ({
	main: names.map((name) => [{ node: name, type: 'main' as const, index: 0 }]),
});

/** Items with a line leave on the second output, as refused lines of a file do. */
const hasNoLine = {
	conditions: {
		options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
		combinator: 'and',
		conditions: [
			{
				id: 'line',
				leftValue: '={{ $json.line }}',
				rightValue: '',
				operator: { type: 'string', operation: 'empty', singleValue: true },
			},
		],
	},
};

/** What a page of a template makes of the items that the node before it gave. */
async function shown(
	template: string,
	page: string,
	parameter: string,
	before: readonly IDataObject[],
) {
	const file = templateOf(template);
	const text = String(file.nodes.find(({ name }) => name === page)?.parameters[parameter]);
	const given = /\$\('([^']+)'\)/.exec(text)?.[1] ?? 'Given';
	const stop = {
		errorMessage: text.replace(/^=\{\{ (\[\{.*\}\]) \}\}$/s, '={{ JSON.stringify($1) }}'),
	};
	const workflow = {
		...{ id: 'page', name: 'page', active: false, settings: { executionOrder: 'v1' } },
		nodes: [node(given, 'if', hasNoLine), node('Page', 'stopAndError', stop)],
		connections: { [given]: to('Page', 'Page') },
	} as unknown as IWorkflowBase;
	const { run } = await execute(workflow, credentialStore({}), { node: given, items: [...before] });
	return run.data.resultData.error?.message ?? '';
}

/** Whatever a customer or a channel has written stays text. */
test.each<[template: string, page: string, parameter: string, before: IDataObject[]]>([
	['ikas/settings', 'Saved', 'completionMessage', [changed]],
	['ikas/settings', 'Not Saved', 'completionMessage', [{ error: evil }]],
	['ikas/settings', 'Not Opened', 'completionMessage', [{ error: evil }]],
	['babyshop/settings', 'Saved', 'completionMessage', [changed]],
	['babyshop/settings', 'Not Saved', 'completionMessage', [{ error: evil }]],
	['babyshop/settings', 'Not Opened', 'completionMessage', [{ error: evil }]],
	['babyshop/print-awb', 'Labels', 'completionTitle', [{ data: [{ awb: evil }] }]],
	['babyshop/print-awb', 'No Label', 'completionMessage', [{ error: evil }]],
	['hub/restore-settings', 'Log', 'jsonOutput', [logged]],
	['hub/restore-settings', 'No Log', 'completionMessage', [{ error: evil }]],
	['hub/restore-settings', 'Restored', 'completionMessage', [changed]],
	['hub/restore-settings', 'Not Restored', 'completionMessage', [{ error: evil }]],
	[
		'hub/import-catalog',
		'Some Refused',
		'completionMessage',
		[
			{ created: 1, updated: 0, unchanged: 0, refused: 1 },
			{ line: 2, reason: evil },
		],
	],
	['hub/import-catalog', 'File Refused', 'completionMessage', [{ error: evil }]],
	['hub/replay-orders', 'Compared', 'completionMessage', [replayed]],
	['hub/replay-orders', 'Not Compared', 'completionMessage', [{ error: evil }]],
	['amazonSellerFlex/settings', 'Saved', 'completionMessage', [changed]],
	['amazonSellerFlex/settings', 'Not Saved', 'completionMessage', [{ error: evil }]],
	['amazonSellerFlex/settings', 'Not Opened', 'completionMessage', [{ error: evil }]],
	[
		'amazonSellerFlex/import-catalog',
		'Some Refused',
		'completionMessage',
		[
			{ created: 1, updated: 0, unchanged: 0, skipped: 1, refused: 1 },
			{ line: 2, reason: evil },
		],
	],
	['amazonSellerFlex/import-catalog', 'File Refused', 'completionMessage', [{ error: evil }]],
	[
		'amazonSellerFlex/import-prices',
		'Some Refused',
		'completionMessage',
		[
			{ set: 1, unchanged: 0, refused: 1 },
			{ line: 2, reason: evil },
		],
	],
	['amazonSellerFlex/import-prices', 'File Refused', 'completionMessage', [{ error: evil }]],
])('%s: %s shows markup as it was written', async (template, page, parameter, before) => {
	const text = await shown(template, page, parameter, before);
	expect(text).toContain(
		'&#60;img src=x onerror=&#34;alert(1)&#34;&#62; &#38; &#39;it&#39; &#36;&#38;',
	);
	expect(text).not.toMatch(/<(img|script)/);
});

test.each(['ikas/settings', 'amazonSellerFlex/settings'])(
	'%s: says once that nothing was saved, and then why',
	async (template) => {
		const page = templateOf(template).nodes.find(({ name }) => name === 'Not Saved');
		expect(page?.parameters.completionTitle).toBe('Not saved');
		const why = [{ error: 'Store shop: Overlap is 0. Use 1.' }];
		expect(await shown(template, 'Not Saved', 'completionMessage', why)).toBe(why[0]?.error);
	},
);
