import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../demo/template';
import { openHub } from '../../support/hubNodes';
import { placed } from '../../support/placed';

const desk = JSON.parse(
	readFileSync(join(root, 'demo', 'babyshop', 'workflows', 'desk.json'), 'utf8'),
);

/** What the workflow has a node of that name do. */
const parametersOf = (name: string) =>
	desk.nodes.find((node: { readonly name: string }) => node.name === name).parameters;

describe("the desk of Babyshop's story", () => {
	it('asks for one parcel to be cancelled, and not for the order', async () => {
		const hub = await openHub();
		await hub.take({ ...placed('1'), isWhole: true });
		await hub.route();
		const [parcel] = await hub.sql('SELECT id FROM parcels');
		const asked = hub.run('orderHub', 'order:changeStatus', {
			parameters: parametersOf('Cancel Parcel'),
			items: [{ store: 'ikas-tr', id: '1', parcel: parcel?.id }],
		});
		await expect(asked).rejects.toThrow('whole order only');
		expect(await hub.sql('SELECT status FROM orders')).toEqual([{ status: 'new_order' }]);
		await hub.close();
	});
});
