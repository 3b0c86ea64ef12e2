import type { OmnifulCall, OmnifulState } from '../../../sandbox/omniful/types';
import type { ChannelView } from '../../auditor/channel';
import type { IkasEvidence } from '../../ikas/auditor/ikasView';
import { outletView } from '../../outlet/auditor/outletView';
import { findEffects } from './findEffects';
import { omsViewOf } from './omsView';

export interface OmnifulEvidence extends IkasEvidence {
	/** What the pretend Omniful says in the end; null where nobody has named one. */
	readonly partner: {
		readonly state: OmnifulState;
		readonly calls: readonly OmnifulCall[];
	} | null;
}

/** What the pretend shop says in the end, and the pretend Omniful that ships what it sells. */
export function omnifulView({ partner, ...evidence }: OmnifulEvidence): ChannelView {
	if (partner === null) throw new Error('expected the address of Omniful');
	const { state, calls } = partner;
	return outletView(evidence, omsViewOf(state), findEffects(calls));
}
