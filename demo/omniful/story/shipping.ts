import { isOfSeveral } from '../../outlet/onOms';
import { each } from '../../story/each';
import { onOmniful, type HandedOver } from '../onOmniful';
import type { OmnifulScene } from '../scene';

type Orders = readonly HandedOver[];

export interface Shipped {
	readonly whole: Orders;
	/** One unit of them is not there when they are packed. */
	readonly short: Orders;
	/** Somebody holds them in Omniful. */
	readonly held: Orders;
}

export const courier = 'aramex';
export const awbOf = ({ order }: HandedOver) => `AX${order.number}`;

/** People at desks in Omniful pick, pack and ship: whole orders, and some that lack a unit; some are held back. */
export async function shipping(scene: OmnifulScene): Promise<Shipped> {
	const { oms } = scene.site.shop;
	const short = await onOmniful.handedOver(scene, 2, isOfSeveral);
	const others = await onOmniful.handedOver(
		scene,
		11,
		({ id }) => !short.some((one) => one.id === id),
	);
	const shipped: Shipped = { short, whole: others.slice(0, 9), held: others.slice(9) };
	scene.say('Omniful ships: whole orders, and some that lack a unit; some are on hold there');
	await each(shipped.held, ({ made }) => oms.hold(made.id, { reason: 'forceful_on_hold' }));
	await each(shipped.whole.slice(0, atFirst), (one) => ship(scene, one));
	await each(short, (one) => ship(scene, one, 1));
	return shipped;
}

/** The others leave while n8n tells of them, so that there is something to tell whenever the kill may come. */
export const atFirst = 3;

/** All of it, or all but so many units of its first item. */
export async function ship({ site }: OmnifulScene, one: HandedOver, lacking = 0): Promise<void> {
	const packed = one.made.items.map(({ quantity }, at) =>
		at === 0 ? quantity - lacking : quantity,
	);
	await site.shop.oms.advance(one.made.id, { to: 'shipped', awb: awbOf(one), courier, packed });
}
