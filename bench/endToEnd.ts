import { DatabaseSync } from 'node:sqlite';
import { drafts } from '../demo/ikas/drafts';
import { hubs, locations, physical, seller } from '../demo/ikas/goods';
import { openIkas } from '../demo/ikas/openIkas';
import { saveSettings } from '../demo/ikas/saveSettings';
import type { IkasShop } from '../demo/ikas/shop';
import { siteOf, type Site } from '../demo/site';
import { openStage } from '../demo/stage';
import { until } from '../demo/until';
import { random } from '../sandbox/random';
import type { Figure } from './figure';

const waiting = 4000;
const seed = 1;

/** Orders that wait on the pretend ikas come through the template in the real n8n until each has its hub. */
export async function endToEnd(say: (line: string) => void): Promise<readonly Figure[]> {
	const ikas = await openIkas(seed);
	const stage = await openStage(say, [ikas]);
	try {
		const site = siteOf(stage, ikas);
		await prepare(site);
		say(`${waiting} orders wait on the channel; the sync begins`);
		await switchSync(site, true);
		await site.start('sync-orders');
		await until('every order to have its hub', async () => look(site).routed >= waiting, {
			everyMs: 50,
			seconds: 120,
			seen: async () => look(site),
		});
		const seconds = (Date.now() - look(site).begunAt) / 1000;
		const refused = (await site.shop.calls()).filter(({ status }) => status === 429);
		return [
			{
				name: 'end to end: from the channel until routed',
				value: waiting / seconds,
				unit: 'orders/s',
				target: { least: 400 },
			},
			{
				name: 'end to end: refused for being too many',
				value: refused.length,
				unit: 'calls',
				target: { most: 0 },
			},
		];
	} finally {
		await stage.close();
	}
}

/** The store is connected with its sync switched off, so that all orders are there when it begins. */
async function prepare(site: Site<IkasShop>): Promise<void> {
	const { shop, warehouse } = site;
	await shop.locations(locations);
	await warehouse.saveSeller(seller, 'Acme');
	await warehouse.saveHubs(hubs);
	await warehouse.count(physical.map((stock) => ({ ...stock, units: 100_000 })));
	await switchSync(site, false);
	for (const some of inHundreds(drafts(waiting, random(seed)))) await shop.place(some);
}

const switchSync = (site: Site<IkasShop>, orderSync: boolean) =>
	saveSettings(site, { orderSync, withUnpaid: false, reason: 'Measured' });

const inHundreds = <Thing>(things: readonly Thing[]): readonly (readonly Thing[])[] =>
	Array.from({ length: Math.ceil(things.length / 100) }, (_, at) =>
		things.slice(at * 100, (at + 1) * 100),
	);

/** What a stranger reads in the ledger: when the first sync began, and how many orders have a hub. */
function look({ ledger }: Site<IkasShop>): { begunAt: number; routed: number } {
	const database = new DatabaseSync(ledger, { readOnly: true, timeout: 5000 });
	const row = database
		.prepare(
			`SELECT (SELECT MIN(started_at) FROM sync_runs) AS begunAt,
				(SELECT COUNT(*) FROM orders WHERE status = 'new_order') AS routed`,
		)
		.get();
	database.close();
	return { begunAt: Number(row?.begunAt), routed: Number(row?.routed) };
}
