import type { Http } from '../connector';
import { ask } from './answer';
import { onOrder, onUnits } from './requests';
import type { HoldAction } from './requests';

/** Holds an order back, lets it go, or says that it is verified. */
export async function hold(http: Http, code: string, action: HoldAction): Promise<void> {
	await ask(http, onOrder(action, code), `to ${action} order ${code}`);
}

/** Holds single units of it back, or lets them go. */
export async function holdUnits(
	http: Http,
	{ order, units }: { readonly order: string; readonly units: readonly string[] },
	action: 'hold' | 'unhold',
): Promise<void> {
	await ask(http, onUnits(action, order, units), `to ${action} units of order ${order}`);
}
