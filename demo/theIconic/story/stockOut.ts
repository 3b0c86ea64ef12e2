import { check, checkEach } from '../../story/check';
import { wholeSync } from '../../syncs';
import { consignedSku, locations, others } from '../goods';
import { partnerOf } from '../../partnerOf';
import type { IconicScene } from '../scene';

/** What Shopify may sell is what The Iconic shows: all of it once, then only what changes. */
export async function stockOut(scene: IconicScene): Promise<void> {
	const { site, say, told } = scene;
	say('stock: nothing has changed, so nothing is told');
	await wholeSync(partnerOf(scene), 'stock');
	await wholeSync(scene, 'inventory');
	await checkShown(scene, others);
	checkRefused(scene);
	const after = await site.shop.lastCall();
	await wholeSync(scene, 'inventory');
	told.idlePush = { after, upTo: await site.shop.lastCall() };
	check(
		(await pushed(scene, after)).length === 0,
		'no figure to be told while nothing has changed',
	);
	await changed(scene);
}

/** One row of so many is refused: a person reads which, and why. */
function checkRefused({ books }: IconicScene): void {
	const refused = books().exceptions.filter(({ kind }) => kind === 'stock_refused');
	const [one] = refused;
	check(
		refused.length === 1 && one?.cause.includes(consignedSku) === true,
		`only the figure of ${consignedSku} refused, not ${JSON.stringify(refused)}`,
	);
}

/** Rows that The Iconic was told since. */
const pushed = async ({ site }: IconicScene, since: number): Promise<readonly unknown[]> =>
	(await site.shop.calls(since))
		.filter(({ kind, status }) => kind === 'setStock' && status === 200)
		.flatMap(({ body }) => (Array.isArray(body) ? body : []));

/** Shopify sells in its own shop, counts and receives; The Iconic shows it. */
async function changed(scene: IconicScene): Promise<void> {
	const { site, say } = scene;
	const { shopify } = site.shop;
	say('Shopify sells, counts and receives');
	const [sold = '', counted = '', received = ''] = others;
	await shopify.place([{ lines: [{ sku: sold, quantity: 3 }] }]);
	await shopify.count([{ sku: counted, location: locations[1], quantity: 11 }]);
	await shopify.adjust([{ sku: received, location: locations[0], delta: 8 }]);
	const mark = await site.shop.lastCall();
	await wholeSync(partnerOf(scene), 'stock');
	await wholeSync(scene, 'inventory');
	const rows = await pushed(scene, mark);
	check(rows.length === 3, `three figures to be told, not ${JSON.stringify(rows)}`);
	await checkShown(scene, others);
}

/** What may be bought there is what Shopify may still sell, orders that are on their way taken off once. */
export async function checkShown({ site }: IconicScene, wanted: readonly string[]): Promise<void> {
	const { shop } = site;
	const { products } = await shop.state();
	const { stock, locations: places } = await shop.shopify.state();
	const ours = places.flatMap(({ id, name }) =>
		locations.some((location) => location === name) ? [id] : [],
	);
	const mayBeSold = (one: string) =>
		stock
			.filter(({ sku, location }) => sku === one && ours.includes(location))
			.reduce((sum, { available }) => sum + Math.max(0, available), 0);
	checkEach(
		wanted.map((sku) => ({ id: sku })),
		'The Iconic to show what Shopify may still sell',
		({ id }) => products.find(({ sku }) => sku === id)?.available === mayBeSold(id),
		({ id }) => [products.find(({ sku }) => sku === id), mayBeSold(id)],
	);
}
