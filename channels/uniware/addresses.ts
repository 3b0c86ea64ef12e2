import { refused } from '../../domain/failure';
import type { HandOver } from '../../domain/oms';
import type { Address } from '../../domain/order';
import { stateOf } from './states';

/** What is cut off rather than refused (reference/uniware-oker.md 2.1). */
const longest = { name: 100, line: 500, city: 100, state: 45 } as const;

/** Both addresses of an order: empty texts are left out. */
export function addressesOf(handOver: HandOver) {
	const { order, as } = handOver;
	const shipTo = order.shipTo;
	if (shipTo === null) throw refused(`uniware: order ${order.number} has no shipping address.`);
	const ship = addressInput('ship', shipTo, handOver);
	if (as.billTo === null) {
		return { addresses: [ship], ...references('ship', 'ship') };
	}
	const bill = addressInput('bill', as.billTo, handOver);
	return { addresses: [ship, bill], ...references('ship', 'bill') };
}

const references = (shipping: string, billing: string) => ({
	shippingAddress: { referenceId: shipping },
	billingAddress: { referenceId: billing },
});

function addressInput(id: string, address: Address, handOver: HandOver) {
	const { order } = handOver;
	const { name, company, lines, district, city, region, postcode, country } = address;
	const [first = '', ...more] = [...lines, district ?? ''].filter((line) => line.trim() !== '');
	const input = {
		id,
		name: (name.trim() || company?.trim() || order.customer?.name || '').slice(0, longest.name),
		addressLine1: first.slice(0, longest.line),
		addressLine2: more.join(', ').slice(0, longest.line),
		city: city.trim().slice(0, longest.city),
		// It wants one of every country; where there are none the city is as near as one gets.
		state: stateOf(country, region?.trim() || city.trim()).slice(0, longest.state),
		country,
		pincode: postcode?.trim() ?? '',
		phone: phoneOf(address, handOver),
	};
	for (const field of ['name', 'addressLine1', 'city', 'phone'] as const) {
		if (input[field] === '') throw lacking(handOver, field);
	}
	return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== ''));
}

/** Uniware wants one of every address: the customer's, or that of Bill To. */
const phoneOf = (address: Address, { order, as }: HandOver): string =>
	[address.phone, order.customer?.phone, as.billTo?.phone].find((phone) => phone?.trim())?.trim() ??
	'';

const lacking = ({ order }: HandOver, field: string) =>
	refused(
		`uniware: the address of order ${order.number} has no ${field}, which Uniware wants. Fill in Bill To on the store page for a phone; else correct the order on the channel.`,
	);
