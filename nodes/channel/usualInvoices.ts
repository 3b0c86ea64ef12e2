import type { ChannelConnector } from '../../channels/connector';
import type { InvoiceWay } from '../../domain/invoice';
import { newStore } from '../../domain/newStore';

/** Chosen where nobody names a way. */
export const asUsual = 'usual';

/** How invoices get there may be the custom of the country that the account sells in. */
export const usualInvoices = ({ invoices }: ChannelConnector, account: string): InvoiceWay =>
	invoices?.usual(account) ?? newStore.invoices;
