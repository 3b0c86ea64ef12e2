import type { OrderState } from '../../../sandbox/ikas/types';
import { besideOthers, checkRefused, triedAgain } from '../../outlet/story/refused';
import { waitingIn } from '../../outlet/waitingIn';
import { partnerOf } from '../../partnerOf';
import { checkEach } from '../../story/check';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { approve } from '../desk';
import { drafts } from '../drafts';
import { goods, newSku, sku } from '../goods';
import { onOmniful } from '../onOmniful';
import type { OmnifulScene } from '../scene';
import { checkOnOmniful } from './checkOnOmniful';

type Orders = readonly OrderState[];

/** Customers order; what Omniful has is handed over, once, and of what it has never heard of a person is told. Answers that. */
export async function firstOrders(scene: OmnifulScene): Promise<Orders> {
	const { site, random, say } = scene;
	const { shop } = site;
	say('customers order, also what Omniful has never heard of');
	const good = await shop.place(drafts(14, random));
	const lines = besideOthers(goods, newSku);
	const unheard = await shop.place(drafts(2, random, { lines }));
	await wholeSync(scene);
	await allTold(partnerOf(scene));
	await checkOnOmniful(scene, good);
	await checkRefused(scene, onOmniful, { all: unheard, unheard });
	return unheard;
}

/** Somebody puts the SKU into Omniful: what waited goes there, once a person says so. */
export async function mapped(scene: OmnifulScene, unheard: Orders): Promise<void> {
	scene.say('the SKU is put into Omniful');
	await scene.site.shop.oms.seed([sku(newSku)]);
	await triedAgain(scene, () => checkOnOmniful(scene, unheard));
}

/** Omniful wants somebody to approve orders: the hub says what keeps them, and lets them go. */
export async function approving(scene: OmnifulScene): Promise<void> {
	const { site, random, say } = scene;
	const { shop } = site;
	const partner = partnerOf(scene);
	say('Omniful wants orders to be approved; people in the hub do so');
	await shop.oms.set({ manualApproval: true });
	const placed = await shop.place(drafts(2, random));
	await wholeSync(scene);
	await allTold(partner);
	await shop.oms.route();
	await wholeSync(partner, 'fulfilments');
	const [waits, madeOf] = [waitingIn(site), await onOmniful.madeIn(scene)];
	checkEach(
		placed,
		'the hub to say that Omniful holds it',
		({ id }) => /on hold/.test(waits(id)),
		(order) => [waits(order.id), madeOf(order)],
	);
	await approve(
		scene,
		placed.flatMap((order) => madeOf(order).map(({ id }) => id)),
	);
	await shop.oms.set({ manualApproval: false });
	await wholeSync(partner, 'fulfilments');
	await checkOnOmniful(scene, placed);
	const waitsStill = waitingIn(site);
	checkEach(
		placed,
		'nothing to keep it any more',
		({ id }) => waitsStill(id) === '',
		({ id }) => waitsStill(id),
	);
}
