import type {
	AmazonShipmentState,
	AmazonState,
	ShipmentChangeKind,
} from '../../../sandbox/amazonSellerFlex/types';
import type { Finding } from '../../auditor/facts';

/** What a client can make of a shipment only once. */
const once: readonly ShipmentChangeKind[] = [
	'confirmed',
	'rejected',
	'packages_created',
	'invoice_generated',
];

/** What Amazon was made to do twice. */
export const findEffects = ({ shipments, prices, invoices }: AmazonState): readonly Finding[] => [
	...shipments.flatMap((shipment) => [
		...once.flatMap((what) => {
			const times = shipment.history.filter((change) => change.what === what && isByApi(change));
			return times.length > 1 ? [doubled(shipment, `${what} ${times.length} times`)] : [];
		}),
		...beyondPackages(shipment),
		...packedBeyond(shipment),
	]),
	...prices.flatMap(fedAgain),
	...[...Map.groupBy(invoices, ({ buyerOrderId, number }) => `${buyerOrderId} ${number}`)]
		.filter(([, uploads]) => uploads.length > 1)
		.map(([which, { length }]) => finding(`the invoice of ${which} was uploaded ${length} times`)),
];

const isByApi = ({ by }: { readonly by: string }) => by === 'api';

/** A feed that changes nothing since the feed before it. */
const fedAgain = ({ sku, updates }: AmazonState['prices'][number]): readonly Finding[] =>
	updates
		.filter(({ feed, price }, at) => {
			const before = updates[at - 1];
			return (
				feed !== null && before !== undefined && before.feed !== null && before.price === price
			);
		})
		.map(({ feed }) => finding(`feed ${feed} gave ${sku} the price that it had from a feed`));

/** Each package gets a label, and leaves, once. */
function beyondPackages(shipment: AmazonShipmentState): readonly Finding[] {
	const { history, packages } = shipment;
	return (['labels_generated', 'shipped'] as const).flatMap((what) => {
		const times = history.filter((change) => change.what === what && isByApi(change)).length;
		return times > packages.length
			? [doubled(shipment, `${what} ${times} times for ${packages.length} packages`)]
			: [];
	});
}

/** Units in packages beyond what was ordered. */
const packedBeyond = (shipment: AmazonShipmentState): readonly Finding[] =>
	shipment.lines
		.map(({ id, quantity }) => {
			const packed = shipment.packages.reduce((units, { lines }) => units + (lines[id] ?? 0), 0);
			return { id, quantity, packed };
		})
		.filter(({ quantity, packed }) => packed > quantity)
		.map(({ id, quantity, packed }) =>
			doubled(shipment, `packed ${packed} of ${quantity} of line ${id}`),
		);

const doubled = ({ id }: AmazonShipmentState, what: string) => finding(`shipment ${id}: ${what}`);

const finding = (what: string): Finding => ({ kind: 'effectsDoubled', what });
