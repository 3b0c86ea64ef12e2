import type { HubStatus } from '../domain/hubStatus';
import { channelTransitions, mayMove } from '../domain/transitions';
import type { KnownOrder } from './remembering';

/** On hold until somebody releases it, whatever arrives. */
export const isHeld = ({ hold_reason }: KnownOrder): boolean =>
	hold_reason === 'forceful_on_hold' || hold_reason === 'require_manual_approval';

/** Whether the hub does what the channel's word asks. What is being picked is held no more; what waits for goods still is. */
export function heeds(known: KnownOrder, wish: HubStatus): boolean {
	if (wish === 'on_hold' && known.picking === 1) return false;
	// The channel had said so before: a person has let it go since.
	if (wish === 'on_hold' && known.mapped_status === 'on_hold') return false;
	if (wish === 'on_hold' && known.status === 'on_hold') return !isHeld(known);
	return mayMove(channelTransitions, known.status, wish);
}
