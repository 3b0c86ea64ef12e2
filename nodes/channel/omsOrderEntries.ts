import { choice, dropdown, heading, textField } from '../shared/formFields';
import type { Choice, FormEntry } from '../shared/formFields';
import { billPartsOf, type BillParts } from './billAddress';
import { countryOptions } from './countries';
import { omsName, spareRows } from './omsNames';
import { onOff, type FormFacts, type Shown } from './settingsEntries';

/** The page of Orders in the OMS. */
export const omsOrderEntries = (
	{ label }: FormFacts,
	{ omsOrder }: Shown,
): readonly FormEntry[] => [
	textField({ name: omsName.customer, label: 'Customer' }, omsOrder.customer, {
		placeholder: `e.g. ${label}`,
	}),
	dropdown(
		{ name: omsName.taxesIncluded, label: 'Prices include tax' },
		onOff,
		omsOrder.taxesIncluded ? 'on' : 'off',
	),
	dropdown(
		{ name: omsName.extraLine, label: 'Extra line item that names the channel' },
		onOff,
		omsOrder.extraLine ? 'on' : 'off',
	),
	...billEntries(billPartsOf(omsOrder.billTo)),
	...methodRows(omsOrder),
];

const billLabels: Readonly<Record<Exclude<keyof BillParts, 'country'>, string>> = {
	company: 'Company',
	street: 'Street',
	street2: 'Street, second line',
	city: 'City',
	region: 'State',
	postcode: 'Postcode',
	phone: 'Phone',
};
const typedParts = ['company', 'street', 'street2', 'city', 'region', 'postcode', 'phone'] as const;

const billEntries = (bill: BillParts): readonly FormEntry[] => [
	heading(
		'Bill To',
		'The billing address. All empty: the bill has the name of the customer alone.',
	),
	...typedParts.map((part) =>
		textField({ name: omsName.bill(part), label: billLabels[part] }, bill[part], {}),
	),
	dropdown(
		{ name: omsName.bill('country'), label: 'Country' },
		countries([bill.country]),
		bill.country,
	),
];

function methodRows({ shippingMethods }: Shown['omsOrder']): readonly FormEntry[] {
	const choices = countries(shippingMethods.map(({ country }) => country));
	return [
		heading(
			'Shipping Methods',
			'By which method the OMS is to ship, by the country of purchase. Orders of other countries get none.',
		),
		...Array.from({ length: shippingMethods.length + spareRows }, (_, at) => [
			dropdown(
				{ name: omsName.country(at), label: `Country ${at + 1}` },
				choices,
				shippingMethods[at]?.country ?? '',
			),
			textField(
				{ name: omsName.method(at), label: '… is shipped by' },
				shippingMethods[at]?.method ?? '',
				{ placeholder: 'e.g. Express' },
			),
		]).flat(),
	];
}

function countries(set: readonly string[]): readonly Choice[] {
	const listed = new Set(countryOptions.map(({ value }) => value));
	const others = set.filter((code) => code !== '' && !listed.has(code));
	return [
		choice('None', ''),
		...countryOptions.map(({ name, value }) => choice(name, value)),
		...others.map((code) => choice(code, code)),
	];
}
