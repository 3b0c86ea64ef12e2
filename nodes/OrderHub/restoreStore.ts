import type { IExecuteFunctions } from 'n8n-workflow';
import type { ChannelConnector } from '../../channels/connector';
import { channels } from '../../channels/index';
import { refused } from '../../domain/failure';
import type { Ledger } from '../../ledger/ledger';
import { text, whole } from '../shared/parameters';
import { ledgerOf } from '../shared/ledgerOf';
import { changes, store } from './calls';

/** An earlier version comes back, unless it is one that its channel would not take any more. */
export const restoreStore = changes(async (ledger, context, item) => {
	const code = store(context, item);
	const version = whole(context, 'version', item);
	await checkPage(await ledgerOf(context), code, version);
	return await ledger.restoreStore({ code, version, ...by(context, item) });
});

const by = (context: IExecuteFunctions, item: number) => ({
	changedBy: text(context, 'changedBy', item),
	reason: text(context, 'reason', item),
});

const connectors: Readonly<Record<string, ChannelConnector>> = channels;

async function checkPage(ledger: Ledger, code: string, version: number): Promise<void> {
	const { channel, settings } = await ledger.getStore(code, version);
	const faults = connectors[channel]?.settingsFaults?.(settings) ?? [];
	if (faults.length === 0) return;
	throw refused(`Version ${version} of store ${code} was not restored. ${faults.join(' ')}`);
}
