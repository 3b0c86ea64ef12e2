import type {
	ShopifyFulfilmentState,
	ShopifyOrderState,
} from '../../../sandbox/shopify/stateTypes';
import { sum, type Units } from '../../auditor/units';

/** Units by SKU; a line without one only names the channel. */
export const orderedOf = ({ lines }: ShopifyOrderState): Units =>
	sum(lines.flatMap(({ sku, currentQuantity }) => (sku === null ? [] : [[sku, currentQuantity]])));

export const contentsOf = (fulfilments: readonly ShopifyFulfilmentState[]): Units =>
	sum(
		fulfilments
			.flatMap(({ lines }) => lines)
			.flatMap(({ sku, quantity }) => (sku === null ? [] : [[sku, quantity]])),
	);

/** What left and did not come back. */
export const leftOf = (orders: readonly ShopifyOrderState[]): readonly ShopifyFulfilmentState[] =>
	orders.flatMap(({ fulfilments }) => fulfilments).filter(({ status }) => status === 'SUCCESS');

/** A parcel has one number: the first. */
export const trackingOf = ({ tracking }: ShopifyFulfilmentState) => {
	const first = tracking.find(({ number }) => number?.trim());
	return first ? { number: first.number?.trim() ?? '', company: first.company } : null;
};
