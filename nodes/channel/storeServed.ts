import { refused } from '../../domain/failure';
import type { Ledger } from '../../ledger/ledger';
import type { Store } from '../../ledger/storeShapes';
import type { ChannelAccess } from '../shared/channelAccess';
import type { NodeContext } from '../shared/context';
import { onChannel } from '../shared/http';
import { accountIdOf } from './sameAccount';

/** The store that is connected for the account of the node's credential. */
export async function storeServed(
	context: NodeContext,
	access: ChannelAccess,
	ledger: Ledger,
): Promise<Store> {
	const { label, connector } = access;
	const account = await onChannel(context, access, accountIdOf(access), { ledger });
	const stores = await ledger.getStores();
	const store = stores.find((one) => one.channel === connector.channel && one.account === account);
	if (store !== undefined) return await ledger.getStore(store.code);
	throw refused(
		`${label}: no store is connected for this credential yet. Save its settings first.`,
	);
}
