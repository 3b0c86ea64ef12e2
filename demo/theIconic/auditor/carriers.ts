import type { IconicState } from '../../../sandbox/theIconic/types';
import type { LedgerRows } from '../../auditor/ledger';
import { settingsIn } from '../../auditor/settings';

interface CarrierMap {
	readonly carrierMap: readonly { readonly carrier: string; readonly channelCarrier: string }[];
}

const folded = (name: string) => name.toLowerCase().replace(/\s+/g, ' ').trim();

/** What The Iconic calls the carrier that Shopify names: as the settings say, else by the same name, else as usual. */
export function carrierOf(
	company: string | null,
	{ providers }: IconicState,
	ledger: LedgerRows,
): string | null {
	const { carrierMap = [] } = settingsIn<CarrierMap>(ledger);
	const mapped =
		carrierMap.find(({ carrier }) => folded(carrier) === folded(company ?? '')) ??
		carrierMap.find(({ carrier }) => carrier.trim() === '');
	const wanted = mapped?.channelCarrier ?? company;
	const usual = providers.find((provider) => provider.default) ?? providers[0];
	const named = providers.find(({ name }) => folded(name) === folded(wanted ?? ''));
	return (named ?? (wanted ? undefined : usual))?.name ?? null;
}

/** A carrier that makes the numbers of its parcels itself. */
export const makesNumbers = (provider: string | null, { providers }: IconicState): boolean =>
	providers.find(({ name }) => name === provider)?.apiIntegrationAvailable === true;
