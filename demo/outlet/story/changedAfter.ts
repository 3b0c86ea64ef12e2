import type { OrderEdit } from '../../../sandbox/ikas/types';
import { partnerOf } from '../../partnerOf';
import { bookOf, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import type { HandedOver, OmsScene, OnOms } from '../onOms';

/** What was done to orders that the OMS has. */
export interface Changed<Made> {
	readonly edited: readonly HandedOver<Made>[];
	/** Cancelled by the customer: at once, when it was packed, and when it had left. */
	readonly cancelled: readonly HandedOver<Made>[];
	readonly packed: readonly HandedOver<Made>[];
	readonly left: readonly HandedOver<Made>[];
}

/** What customers do, and what people in the OMS have done before. */
interface Changes<Made> {
	readonly counts: Readonly<Record<keyof Changed<Made>, number>>;
	readonly edit: OrderEdit;
	pack(orders: readonly Made[]): Promise<unknown>;
	ship(made: Made): Promise<unknown>;
	isGone(made: Made): boolean;
}

/** Customers change their minds after the hand-over. */
export async function changedAfter<Made>(
	scene: OmsScene<Made>,
	oms: OnOms<Made>,
	changes: Changes<Made>,
): Promise<Changed<Made>> {
	const { site, say } = scene;
	const { shop } = site;
	const { counts, edit, pack, ship } = changes;
	say(`customers edit and cancel what ${oms.name} has, some of it packed or gone already`);
	const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
	const some = [...(await oms.handedOver(scene, all))];
	const changed: Changed<Made> = {
		edited: some.splice(0, counts.edited),
		cancelled: some.splice(0, counts.cancelled),
		packed: some.splice(0, counts.packed),
		left: some,
	};
	await pack(changed.packed.map(({ made }) => made));
	await each(changed.left, ({ made }) => ship(made));
	await each(changed.edited, ({ id }) => shop.edit(id, edit));
	await each([...changed.cancelled, ...changed.packed, ...changed.left], ({ id }) =>
		shop.cancel(id),
	);
	await wholeSync(scene);
	await allTold(partnerOf(scene));
	await checkAfter(scene, oms, { changed, isGone: changes.isGone });
	return changed;
}

async function checkAfter<Made>(
	scene: OmsScene<Made>,
	oms: OnOms<Made>,
	{ changed, isGone }: Pick<Changes<Made>, 'isGone'> & { readonly changed: Changed<Made> },
): Promise<void> {
	const now = await oms.nowOf(scene);
	const { row, exceptionOf } = bookOf(scene.books());
	const seen = ({ id }: HandedOver<Made>) => [row(id), exceptionOf(id), now(id).made];
	const isSo = (is: (made: Made) => boolean, id: string) => {
		const { made } = now(id);
		return made !== undefined && is(made);
	};
	checkEach(
		changed.edited,
		'an edit that came too late to be an exception',
		({ id }) => exceptionOf(id)?.kind === 'order_edited',
		seen,
	);
	checkEach(
		[...changed.cancelled, ...changed.packed],
		`what has not left to be cancelled in the hub and in ${oms.name}`,
		({ id }) => row(id)?.status === 'cancelled' && isSo(oms.isCancelled, id),
		seen,
	);
	checkEach(
		changed.left,
		`what has left to stay so in ${oms.name}`,
		({ id }) => isSo(isGone, id),
		seen,
	);
}
