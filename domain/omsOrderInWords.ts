import type { OmsOrderSettings, ShippingMethodRow } from './oms';
import type { Address } from './order';
import { shown } from './sku';

/** The parts of Orders in the OMS as the store page names them, each with what it says. */
export const omsOrderParts = (orders: OmsOrderSettings | null): ReadonlyMap<string, string> =>
	orders === null
		? new Map()
		: new Map([
				['customer', orders.customer === '' ? 'name of the channel' : shown(orders.customer)],
				['bill to', addressInWords(orders.billTo)],
				['extra line item', onOrOff(orders.extraLine)],
				['shipping methods', methodsInWords(orders.shippingMethods)],
				['taxes included', onOrOff(orders.taxesIncluded)],
			]);

/** Only the parts that say something else. */
export function omsOrderChange(
	before: OmsOrderSettings | null,
	after: OmsOrderSettings | null,
): string {
	const [was, is] = [omsOrderParts(before), omsOrderParts(after)];
	const names = [...new Set([...was.keys(), ...is.keys()])];
	return names
		.filter((name) => was.get(name) !== is.get(name))
		.map((name) => `${name} ${was.get(name) ?? 'none'} → ${is.get(name) ?? 'none'}`)
		.join(', ');
}

const onOrOff = (value: boolean) => (value ? 'on' : 'off');

const methodsInWords = (rows: readonly ShippingMethodRow[]): string =>
	rows
		.map(({ country, method }) => `${country} = ${shown(method)}`)
		.sort()
		.join(', ') || 'none';

function addressInWords(address: Address | null): string {
	if (address === null) return 'the name alone';
	const { name, company, lines, district, city, region, postcode, country, phone } = address;
	const said = [name, company, ...lines, district, city, region, postcode, country, phone];
	return shown(said.filter((part) => (part ?? '') !== '').join(', '));
}
