import { shown } from '../../domain/sku';
import type { StoreSettings } from '../../domain/store';

/** What the channel calls carriers and reasons, where it has names of its own. */
export interface ChannelNames {
	readonly carriers?: readonly string[];
	readonly cancelReasons?: readonly string[];
}

type Settings = Pick<StoreSettings, 'carrierMap' | 'cancelReasonMap' | 'automatedCancellation'>;

/** What Carrier Mapping and Cancellation Reasons say that the channel does not know, and what a cancel will lack. */
export const nameWarnings = (
	settings: Settings,
	names: ChannelNames,
	label: string,
): readonly string[] => [
	...unlisted(
		settings.carrierMap.map(({ channelCarrier }) => channelCarrier),
		names.carriers,
	).map((name) => `Carrier Mapping: ${label} has no carrier ${shown(name)}. Pick one of its list.`),
	...unlisted(
		settings.cancelReasonMap.map(({ channelReason }) => channelReason),
		names.cancelReasons,
	).map(
		(name) => `Cancellation Reasons: ${label} has no reason ${shown(name)}. Pick one of its list.`,
	),
	...unexplained(settings, names, label),
];

const unlisted = (set: readonly string[], listed: readonly string[] = set) =>
	[...new Set(set)].filter((name) => !listed.includes(name));

const unexplained = (
	{ cancelReasonMap, automatedCancellation }: Settings,
	{ cancelReasons }: ChannelNames,
	label: string,
): readonly string[] =>
	cancelReasons === undefined ||
	!automatedCancellation ||
	cancelReasonMap.some(({ reason }) => reason === 'other')
		? []
		: [
				`Cancellation Reasons: there is none for any other reason. ${label} takes no cancel without one: where nobody says why, the cancel becomes an exception.`,
			];
