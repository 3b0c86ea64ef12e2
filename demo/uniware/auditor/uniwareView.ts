import type { UniwareCall, UniwareState } from '../../../sandbox/uniware/types';
import type { ChannelView } from '../../auditor/channel';
import type { IkasEvidence } from '../../ikas/auditor/ikasView';
import { outletView } from '../../outlet/auditor/outletView';
import { findEffects } from './findEffects';
import { findFailed } from './findFailed';
import { omsViewOf } from './omsView';

export interface UniwareEvidence extends IkasEvidence {
	/** What the pretend Uniware says in the end; null where nobody has named one. */
	readonly partner: {
		readonly state: UniwareState;
		readonly calls: readonly UniwareCall[];
	} | null;
}

/** What the pretend shop says in the end, and the pretend Uniware that ships what it sells. */
export function uniwareView({ partner, ...evidence }: UniwareEvidence): ChannelView {
	if (partner === null) throw new Error('expected the address of Uniware');
	const { state, calls } = partner;
	return outletView(evidence, omsViewOf(state), [
		...findEffects(state, calls),
		...findFailed(state, evidence.ledger),
	]);
}
