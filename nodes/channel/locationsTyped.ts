import { refused } from '../../domain/failure';
import type { ChannelAccess } from '../shared/channelAccess';
import { listed } from '../shared/parameters';

/** The locations that the user named, with commas, for a channel that lists none; undefined for every other. */
export function locationsTyped(
	{ label, connector: { typedLocations } }: ChannelAccess,
	given: () => unknown,
): readonly string[] | undefined {
	if (typedLocations === undefined) return undefined;
	const ids = listed(given());
	if (ids.length === 0) {
		throw refused(`${label}: no ${typedLocations.label} was given. Name at least one.`);
	}
	const [fault] = ids.flatMap((id) => typedLocations.faultOf(id) ?? []);
	if (fault !== undefined) throw refused(`${label}: ${fault}`);
	return ids;
}
