import type { Http } from '../connector';
import { ask } from './answer';
import { onOrder } from './requests';
import type { HoldAction } from './requests';

/** Holds an order back, lets it go, or says that it is verified. */
export async function hold(http: Http, code: string, action: HoldAction): Promise<void> {
	await ask(http, onOrder(action, code), `to ${action} order ${code}`);
}
