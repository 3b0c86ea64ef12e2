import { namedReasons } from '../../domain/omsSettings';
import { settingLabels } from '../../domain/settingsChange';
import { titled } from '../../domain/titled';
import { choice, dropdown, heading, textField } from '../shared/formFields';
import type { Choice, FormEntry } from '../shared/formFields';
import { omsName, spareRows } from './omsNames';
import type { FormFacts, Shown } from './settingsEntries';

const notMapped = choice('Not mapped', '');

/** What is set stays a choice, also when the channel does not list it any more. */
function choicesOf(listed: readonly string[], set: readonly string[]): readonly Choice[] {
	const names = [...new Set([...listed, ...set.filter((one) => one !== '')])];
	return [notMapped, ...names.map((name) => choice(name, name))];
}

/** The page of Carrier Mapping and Cancellation Reasons. */
export const carrierEntries = (facts: FormFacts, shown: Shown): readonly FormEntry[] => [
	...carrierRows(facts, shown),
	...reasonRows(facts, shown),
];

function carrierRows({ carriers, label }: FormFacts, { carrierMap }: Shown): readonly FormEntry[] {
	if (carriers === undefined) return [];
	const choices = choicesOf(
		carriers,
		carrierMap.map(({ channelCarrier }) => channelCarrier),
	);
	const others = carrierMap.find(({ carrier }) => carrier === '')?.channelCarrier ?? '';
	const rows = carrierMap.filter(({ carrier }) => carrier !== '');
	return [
		heading(
			settingLabels.carrierMap,
			'What the channel calls the carriers that your hubs or your OMS name. A carrier in no row goes out by its own name.',
		),
		...Array.from({ length: rows.length + spareRows }, (_, at) => [
			textField(
				{ name: omsName.carrier(at), label: `Carrier ${at + 1}` },
				rows[at]?.carrier ?? '',
				{ placeholder: 'e.g. Australia Post' },
			),
			dropdown(
				{ name: omsName.channelCarrier(at), label: `Carrier ${at + 1} on ${label}` },
				choices,
				rows[at]?.channelCarrier ?? '',
			),
		]).flat(),
		dropdown(
			{ name: omsName.otherCarriers, label: `Every other carrier on ${label}` },
			choices,
			others,
		),
	];
}

function reasonRows(
	{ cancelReasons: listed }: FormFacts,
	{ cancelReasonMap }: Shown,
): readonly FormEntry[] {
	if (listed === undefined) return [];
	const choices = choicesOf(
		listed,
		cancelReasonMap.map(({ channelReason }) => channelReason),
	);
	const reasonFor = (code: string) =>
		cancelReasonMap.find(({ reason }) => reason === code)?.channelReason ?? '';
	return [
		heading(
			settingLabels.cancelReasonMap,
			'What the channel is told when the hub cancels. It takes no cancel without a reason of its own.',
		),
		...namedReasons.map((code) =>
			dropdown(
				{ name: omsName.reason(code), label: code === 'other' ? 'Any other reason' : titled(code) },
				choices,
				reasonFor(code),
			),
		),
	];
}
