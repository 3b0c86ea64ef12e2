import { check } from '../../story/check';
import { askForSync, look } from '../../syncs';
import { until } from '../../until';
import { deskAt } from '../desk';
import { delistedSku, others, priceCsv, refusedInPrices, skus } from '../goods';
import type { AmazonScene } from '../scene';

/**
 * Many prices go in a feed whose answer is lost, few one by one; every row gets its outcome. As long as the story has not moved
 * Amazon's clock: a lost feed is found by its time.
 */
export async function pricing(scene: AmazonScene): Promise<void> {
	const { site, say } = scene;
	const { shop } = site;
	say(`uploading ${others.length} prices; the answer to the feed is lost`);
	const before = await shop.lastCall();
	await shop.faults({ dropAfter: 1, only: 'createFeed', forTheNext: 1 });
	await upload(scene, priced(others, '18.25'));
	await allAnswered(scene);
	await allShown(scene, others, 18.25);
	const calls = (await shop.calls(before)).map(({ kind }) => kind);
	const feeds = calls.filter((kind) => kind === 'createFeed').length;
	check(feeds === 1, `the feed to be created once, not ${feeds} times`);
	check(calls.includes('getFeeds'), 'the feed to have been looked for');
	check(!calls.includes('patchListingsItem'), 'no price to be told one by one');
	say(`uploading ${skus.length} prices`);
	await upload(scene, priced([...skus, delistedSku], '61.50'));
	await allAnswered(scene);
	await allShown(scene, skus, 61.5);
	const refused = pricesIn(scene, 'refused');
	check(
		refused.join() === delistedSku,
		`the price of ${delistedSku} to be refused by Amazon, not ${JSON.stringify(refused)}`,
	);
}

const priced = (of: readonly string[], price: string) =>
	Object.fromEntries(of.map((sku) => [sku, price]));

async function upload(
	{ site, told }: AmazonScene,
	prices: Readonly<Record<string, string>>,
): Promise<void> {
	const refused = await deskAt(site).uploadPrices(priceCsv(prices));
	told.csvRowsRefused += refused;
	check(refused === refusedInPrices, `${refusedInPrices} lines to be refused, not ${refused}`);
}

/** Waits until every price has its outcome. In a storm each try in vain doubles the wait before the next. */
async function allAnswered(scene: AmazonScene): Promise<void> {
	const ask = askForSync(scene.site, 'prices');
	const open = () => [...pricesIn(scene, 'pending'), ...pricesIn(scene, 'sent')];
	await until(
		'every price to have its outcome',
		async () => {
			await ask();
			return open().length === 0;
		},
		{ seconds: 800, everyMs: 1000, seen: async () => open() },
	);
}

const pricesIn = ({ site, store }: AmazonScene, state: string): readonly string[] =>
	look<{ listing: string }>(
		site.ledger,
		'SELECT listing FROM prices WHERE store = ? AND state = ? ORDER BY listing',
		store,
		state,
	).map(({ listing }) => listing);

/** Amazon shows a price a moment after it took it. */
const allShown = ({ site }: AmazonScene, of: readonly string[], price: number) =>
	until(`a price of ${price} of each of ${of.length} SKUs on Amazon`, async () => {
		const shown = new Map((await site.shop.state()).prices.map((row) => [row.sku, row.price]));
		return of.every((sku) => shown.get(sku) === price);
	});
