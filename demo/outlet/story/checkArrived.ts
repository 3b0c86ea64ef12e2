import { bookOf, checkEach } from '../../story/check';
import type { HandedOver, OmsScene, OnOms } from '../onOms';

/** All of it has left; some has arrived, and some comes back. */
type Arrived<Made> = Readonly<
	Record<'shipped' | 'delivered' | 'back', readonly HandedOver<Made>[]>
>;

export async function checkArrived<Made>(
	scene: OmsScene<Made>,
	{ nowOf }: OnOms<Made>,
	{ shipped, delivered, back }: Arrived<Made>,
): Promise<void> {
	const now = await nowOf(scene);
	const { row } = bookOf(scene.books());
	const seen = ({ id }: HandedOver<Made>) => [row(id)?.status, now(id)];
	checkEach(
		shipped,
		'all of it shipped in the shop',
		({ id }) => row(id)?.status === 'shipped' && now(id).order?.package === 'FULFILLED',
		seen,
	);
	checkEach(
		delivered,
		'what has arrived to be delivered there and here',
		({ id }) => row(id)?.status === 'delivered' && now(id).order?.package === 'DELIVERED',
		seen,
	);
	checkEach(
		back,
		'what comes back to be on its way back in the hub',
		({ id }) => row(id)?.status === 'return_to_origin',
		seen,
	);
}
