import type { OrderState } from '../../../sandbox/ikas/types';
import { besideOthers, checkRefused, triedAgain } from '../../outlet/story/refused';
import { partnerOf } from '../../partnerOf';
import { bookOf, check, checkEach } from '../../story/check';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { drafts } from '../drafts';
import { goods, item, newSku, offSku } from '../goods';
import { onUniware } from '../onUniware';
import type { UniwareScene } from '../scene';
import { checkOnUniware } from './checkOnUniware';

type Orders = readonly OrderState[];

/** Orders that Uniware does not take yet. */
export interface Unmapped {
	/** It has never heard of the SKU. */
	readonly unheard: Orders;
	/** It has, and somebody has switched it off. */
	readonly off: Orders;
}

/** Customers order; what Uniware has is handed over, once, and of the rest a person is told. */
export async function firstOrders(scene: UniwareScene): Promise<Unmapped> {
	const { site, random, say } = scene;
	const { shop } = site;
	say('customers order, also what Uniware has not, and what it has switched off');
	await shop.oms.seed([{ sku: offSku, enabled: false }]);
	const of = (sku: string) => shop.place(drafts(3, random, { lines: besideOthers(goods, sku) }));
	const good = await shop.place(drafts(26, random));
	const unmapped = { unheard: await of(newSku), off: await of(offSku) };
	await wholeSync(scene);
	await allTold(partnerOf(scene));
	await checkOnUniware(scene, good);
	await checkUnmapped(scene, unmapped);
	return unmapped;
}

/** Nothing is made of them, a person reads why, and their units are offered to nobody else. */
async function checkUnmapped(scene: UniwareScene, { unheard, off }: Unmapped): Promise<void> {
	await checkRefused(scene, onUniware, { all: [...unheard, ...off], unheard });
	const { row, reserved } = bookOf(scene.books());
	checkEach(
		off,
		'the units of what is switched off to be kept',
		({ id }) => reserved(id) === 3,
		({ id }) => [row(id), reserved(id)],
	);
	// None where the hourly catalog has told the hub before that the SKU is off: then Uniware is not even asked.
	const { failedOrders } = await scene.site.shop.oms.state();
	check(
		failedOrders.length === off.length || failedOrders.length === 0,
		`${off.length} Failed Orders in Uniware, not ${failedOrders.length}`,
	);
}

/** Somebody puts both right in Uniware: what waited goes there, and what was refused once a person says so. */
export async function mapped(scene: UniwareScene, { unheard, off }: Unmapped): Promise<void> {
	const { site, say } = scene;
	const { oms } = site.shop;
	say('the SKUs are put right in Uniware');
	await oms.seed([item(newSku), { sku: offSku, enabled: true }]);
	await triedAgain(scene, () => checkOnUniware(scene, [...unheard, ...off]));
	const { failedOrders } = await oms.state();
	check(failedOrders.length === 0, 'no Failed Order to be left in Uniware');
}
