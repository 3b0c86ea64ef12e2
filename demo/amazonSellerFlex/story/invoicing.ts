import type { AmazonShipmentState } from '../../../sandbox/amazonSellerFlex/types';
import { check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { askForSync } from '../../syncs';
import { until } from '../../until';
import { deskAt } from '../desk';
import { saveSettings } from '../saveSettings';
import type { AmazonScene } from '../scene';

const inventorySync = true;

/** Invoices of what has left are listed for a person; then the hub uploads some, and hears what became of them. */
export async function invoicing(
	scene: AmazonScene,
	shipped: readonly AmazonShipmentState[],
): Promise<void> {
	const { site, say } = scene;
	const desk = deskAt(site);
	const byHand = new Set(await desk.invoices('byHand'));
	checkEach(
		shipped,
		'invoices to be uploaded by hand to be listed',
		({ id }) => byHand.has(id),
		() => [...byHand],
	);
	const some = shipped.filter(({ invoice }) => !invoice.isRequired).slice(0, 4);
	say(`${byHand.size} invoices wait for a person; uploading ${some.length} by the hub`);
	await saveSettings(site, { inventorySync, invoices: 'upload', reason: 'The hub uploads' });
	await site.n8n.undisturbed(() =>
		each(some, async (order) =>
			desk.uploadInvoice(order.id, { ...amountsOf(order), number: `INV-${order.buyerOrderId}` }),
		),
	);
	const ask = askForSync(site, 'prices');
	await until(
		'Amazon to have taken the invoices',
		async () => {
			await ask();
			const uploaded = await desk.invoices('uploaded');
			return some.every(({ id }) => uploaded.includes(id));
		},
		{
			seconds: 900,
			everyMs: 2000,
			seen: async () => [await desk.invoices('uploading'), some.map(({ id }) => id)],
		},
	);
	const { invoices } = await site.shop.state();
	check(
		invoices.length === some.length,
		`${some.length} invoices on Amazon, not ${invoices.length}`,
	);
	await saveSettings(site, { inventorySync, reason: 'A person uploads' });
}

/** What the customer paid, and the tax in it. */
function amountsOf({ lines }: AmazonShipmentState) {
	const total = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
	return { total: total.toFixed(2), tax: (total - total / 1.05).toFixed(2) };
}
